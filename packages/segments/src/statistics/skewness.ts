/**
 * The third standardized moment, `mean(((x - mean) / deviation) ** 3)`, as `scipy.stats.skew` has it: 0 for a symmetric
 * column, and for one that does not vary. Assumes finite values, small enough to be squared and added up.
 */
export function skewness(values: Float64Array): number {
  const count = values.length;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[i]!;
  const mean = sum / count;
  let squares = 0;
  for (let i = 0; i < count; i++) {
    const apart = values[i]! - mean;
    squares += apart * apart;
  }
  const deviation = Math.sqrt(squares / count);
  // Rounding makes a deviation of equal values.
  if (!(deviation > Math.abs(mean) * 1e-14)) return 0;
  let cubes = 0;
  for (let i = 0; i < count; i++) {
    const apart = (values[i]! - mean) / deviation;
    cubes += apart * apart * apart; // ** 3 takes ten times as long
  }
  return cubes / count;
}
