import { type Cluster, kmeans, means } from "@thi.ng/k-means";
import { rowsOf } from "../data/matrix.ts";
import type { Found, Load } from "./fitting.ts";

/** @thi.ng/k-means on arrays of rows. */
export const loadThiNg: Load = ({ columns, k, points, start }) => {
  const rows = rowsOf(points, columns);
  return {
    fromStart: (limit) => {
      let updates = 0;
      const strategy = (dimensions: number) => {
        updates++;
        return means(dimensions);
      };
      // It writes into the array of centroids that it is given.
      const clusters = kmeans(k, rows, { initial: rowsOf(start, columns), maxIter: limit, strategy });
      const iterations = updates / k;
      // Where it converges it does not update in the iteration that found nothing to move.
      return foundOf(clusters, rows, iterations < limit ? iterations + 1 : limit);
    },
    // It takes no seed, and does not tell how many iterations there were.
    fit: (own) => foundOf(kmeans(own, rows), rows, null),
  };
};

/** Its own labels belong to the centroids before the last update. */
function foundOf(clusters: readonly Cluster[], rows: readonly number[][], iterations: number | null): Found {
  return { k: clusters.length, iterations, labels: () => Int32Array.from(rows, (row) => nearest(row, clusters)) };
}

/** The index among the clusters that have rows; the lowest of those that are as near. */
function nearest(row: readonly number[], clusters: readonly Cluster[]): number {
  let [index, least] = [0, Number.POSITIVE_INFINITY];
  clusters.forEach(({ centroid }, at) => {
    let distance = 0;
    for (let column = 0; column < row.length; column++) distance += (row[column] - centroid[column]) ** 2;
    if (distance < least) [index, least] = [at, distance];
  });
  return index;
}
