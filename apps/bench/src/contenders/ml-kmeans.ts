import { kmeans } from "ml-kmeans";
import { rowsOf } from "../data/matrix.ts";
import type { Found, Load } from "./fitting.ts";

/** ml-kmeans on arrays of rows. */
export const loadMlKmeans: Load = ({ columns, k, points, start }) => {
  const rows = rowsOf(points, columns);
  // Its own labels belong to the centroids before the last update.
  const foundOf = (result: ReturnType<typeof kmeans>): Found => {
    const { iterations, centroids } = result;
    return { k: centroids.length, iterations, labels: () => Int32Array.from(result.nearest(rows)) };
  };
  return {
    fromStart: (limit) =>
      foundOf(kmeans(rows, k, { initialization: rowsOf(start, columns), maxIterations: limit, tolerance: 0 })),
    fit: (own, seed) => foundOf(kmeans(rows, own, { seed })),
  };
};
