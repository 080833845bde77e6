import type { WorkOptions } from "../options.ts";
import type { Points } from "../points/matrix.ts";
import { clusterMeans, eachRow, squaredDistance } from "./cluster-means.ts";
import { clustered } from "./clustered.ts";

/**
 * The Calinski-Harabasz index (Calinski and Harabasz 1974), as scikit-learn defines it: dispersion between clusters over
 * dispersion within, each by its degrees of freedom; higher is better, and 1 where rows do not differ within clusters.
 *
 * @param labels one whole number for each row, of at least 2 clusters and fewer than there are rows
 * @throws KentroError for points or labels that cannot be used; the signal's reason where it is aborted
 */
export async function calinskiHarabasz(
  points: Points,
  labels: ArrayLike<number>,
  options: WorkOptions = {},
): Promise<number> {
  const { data, clusters, pace } = await clustered(points, labels, options);
  const { rows, columns } = data.matrix;
  const means = await clusterMeans(data, clusters, pace);
  const all = new Float64Array(columns);
  for (let at = 0; at < means.length; at++) {
    all[at % columns] += (means[at] * clusters.sizes[Math.floor(at / columns)]) / rows;
  }
  let within = 0;
  await eachRow(data, clusters, pace, (point, code) => {
    within += squaredDistance(point, means, code * columns);
  });
  let between = 0;
  clusters.sizes.forEach((size, code) => {
    between += size * squaredDistance(all, means, code * columns);
  });
  return within === 0 ? 1 : (between * (rows - clusters.k)) / (within * (clusters.k - 1));
}
