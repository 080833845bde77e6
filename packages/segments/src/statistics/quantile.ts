/**
 * The q-quantile of sorted[from..to), interpolated linearly between neighbors (the default of numpy and scikit-learn).
 * Assumes at least one value, ascending order, no NaN, 0 <= q <= 1.
 */
export function quantile(sorted: Float64Array, q: number, from = 0, to: number = sorted.length): number {
  const position = (to - from - 1) * q;
  const below = Math.floor(position);
  const low = sorted[from + below]!;
  const high = sorted[from + Math.ceil(position)]!;
  // Halves first: the difference of two large values of unlike sign may be out of range.
  return low === high ? low : low * (1 - (position - below)) + high * (position - below);
}
