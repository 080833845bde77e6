import { select } from "./select.ts";

/**
 * The q-quantile of sorted[from..to), interpolated linearly between neighbors (the default of numpy and scikit-learn).
 * Assumes at least one value, ascending order, no NaN, 0 <= q <= 1.
 */
export function quantile(sorted: Float64Array, q: number, from = 0, to: number = sorted.length): number {
  const position = (to - from - 1) * q;
  const below = Math.floor(position);
  return between(sorted[from + below]!, sorted[from + Math.ceil(position)]!, position - below);
}

/**
 * Quantiles of values in any order, without sorting them all. Reorders the values.
 * @param qs ascending, 0 to 1
 */
export function quantiles(values: Float64Array, qs: readonly number[]): number[] {
  const last = values.length - 1;
  let placed = 0;
  return qs.map((q) => {
    const position = last * q;
    const below = Math.floor(position);
    select(values, below, placed, last);
    placed = below;
    // The next larger value is the least of those behind, wherever it stands.
    let next = values[below]!;
    if (below < position) {
      next = Number.POSITIVE_INFINITY;
      for (let i = below + 1; i <= last; i++) if (values[i]! < next) next = values[i]!;
    }
    return between(values[below]!, next, position - below);
  });
}

function between(low: number, high: number, part: number): number {
  // Halves first: the difference of two large values of unlike sign may be out of range.
  const within = low === high ? low : low * (1 - part) + high * part;
  // Rounding puts what is between two numbers that are next to each other beyond them.
  return Math.min(Math.max(within, low), high);
}
