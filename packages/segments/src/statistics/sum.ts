/**
 * The sum of values[from..to), with the rounding errors collected and added at the end (Neumaier 1974): as if computed
 * in twice the precision. The result depends on the order of the values by its last bit at most.
 */
export function sum(values: Float64Array, from = 0, to: number = values.length): number {
  let total = 0;
  let lost = 0;
  for (let i = from; i < to; i++) {
    const value = values[i]!;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/** The sum of (value - center)² over values[from..to), computed likewise. */
export function squares(values: Float64Array, center: number, from = 0, to: number = values.length): number {
  let total = 0;
  let lost = 0;
  for (let i = from; i < to; i++) {
    const value = (values[i]! - center) ** 2;
    const next = total + value;
    lost += total >= value ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}
