/**
 * The silhouette of a row (Rousseeuw 1987) by the sums of its distances to the rows of each cluster.
 *
 * @param sums  IN  of distances, by cluster
 * @param sizes IN  rows of each cluster
 * @param own   IN  the row's cluster
 */
export function silhouetteOf(sums: Float64Array, sizes: readonly number[], own: number): number {
  if (sizes[own] === 1) return 0;
  const within = sums[own] / (sizes[own] - 1);
  let between = Number.POSITIVE_INFINITY;
  for (let code = 0; code < sizes.length; code++) {
    if (code !== own && sizes[code] > 0) between = Math.min(between, sums[code] / sizes[code]);
  }
  const larger = Math.max(within, between);
  return larger > 0 ? (between - within) / larger : 0;
}
