/** How much a knee must stand out against the mean step of x before it counts (the paper's S). */
const SENSITIVITY = 1;

/**
 * The k where a falling convex curve bends by Kneedle (Satopaa, Albrecht, Irwin and Raghavan 2011) at sensitivity 1,
 * without smoothing: the first peak of the normalized difference curve that is followed by a fall below its threshold
 * before the next peak; null where there is none.
 */
export function kneedle(ks: readonly number[], inertias: readonly number[]): number | null {
  const last = ks.length - 1;
  const most = Math.max(...inertias);
  const least = Math.min(...inertias);
  if (last < 2 || most === least) return null;
  const x = ks.map((k) => (k - ks[0]) / (ks[last] - ks[0]));
  const difference = inertias.map((inertia, i) => 1 - (inertia - least) / (most - least) - x[i]);
  let peak: number | null = null;
  let threshold = 0;
  for (let i = 1; i < last; i++) {
    if (difference[i] > difference[i - 1] && difference[i] >= difference[i + 1]) {
      peak = i;
      threshold = difference[i] - SENSITIVITY / last;
    }
    if (peak !== null && difference[i + 1] < threshold) return ks[peak];
  }
  return null;
}
