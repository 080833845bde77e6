import { kmeans } from "ml-kmeans";
import { rowsOf } from "../data/sample.ts";
import type { Load } from "./fit.ts";

/** ml-kmeans on arrays of rows. */
export const loadMlKmeans: Load = ({ columns, k, points, start }) => {
  const rows = rowsOf(points, columns);
  // Its own labels belong to the centroids before the last update.
  const fitOf = (result: ReturnType<typeof kmeans>) => {
    return { iterations: result.iterations, labels: () => Int32Array.from(result.nearest(rows)) };
  };
  return {
    fromStart: (limit) =>
      fitOf(kmeans(rows, k, { initialization: rowsOf(start, columns), maxIterations: limit, tolerance: 0 })),
    whole: (seed) => fitOf(kmeans(rows, k, { seed })),
  };
};
