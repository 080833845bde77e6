import { kmeans } from "ml-kmeans";
import { rowsOf } from "../data/sample.ts";
import type { Load } from "./fit.ts";

/** ml-kmeans on arrays of rows. */
export const loadMlKmeans: Load = ({ columns, k, points, start }) => {
  const rows = rowsOf(points, columns);
  return (limit) => {
    const result = kmeans(rows, k, { initialization: rowsOf(start, columns), maxIterations: limit, tolerance: 0 });
    // Its own labels belong to the centroids before the last update.
    return { iterations: result.iterations, labels: () => Int32Array.from(result.nearest(rows)) };
  };
};
