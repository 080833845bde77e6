import type { WorkOptions } from "../options.ts";
import type { Points } from "../points/matrix.ts";
import { clusterMeans, eachRow, squaredDistance } from "./cluster-means.ts";
import { clustered } from "./clustered.ts";

/**
 * The Davies-Bouldin index (Davies and Bouldin 1979), as scikit-learn defines it: for each cluster the worst ratio of the
 * spread of two clusters to the distance between their means, averaged; lower is better, 0 the least.
 *
 * @param labels one whole number for each row, of at least 2 clusters and fewer than there are rows
 * @throws KentroError for points or labels that cannot be used; the signal's reason where it is aborted
 */
export async function daviesBouldin(
  points: Points,
  labels: ArrayLike<number>,
  options: WorkOptions = {},
): Promise<number> {
  const { data, clusters, pace } = await clustered(points, labels, options);
  const { columns } = data.matrix;
  const { k, sizes } = clusters;
  const means = await clusterMeans(data, clusters, pace);
  const spreads = new Float64Array(k);
  await eachRow(data, clusters, pace, (point, code) => {
    spreads[code] += Math.sqrt(squaredDistance(point, means, code * columns)) / sizes[code];
  });
  let sum = 0;
  for (let a = 0; a < k; a++) {
    const mean = means.subarray(a * columns, (a + 1) * columns);
    let worst = 0;
    for (let b = 0; b < k; b++) {
      if (a === b) continue;
      const apart = Math.sqrt(squaredDistance(mean, means, b * columns));
      if (apart > 0) worst = Math.max(worst, (spreads[a] + spreads[b]) / apart);
    }
    sum += worst;
  }
  return sum / k;
}
