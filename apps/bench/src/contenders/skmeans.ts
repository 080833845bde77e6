import skmeans from "skmeans";
import { rowsOf } from "../data/sample.ts";
import type { Load } from "./fit.ts";

/** skmeans on arrays of rows. */
export const loadSkmeans: Load = ({ columns, k, points, start }) => {
  const rows = rowsOf(points, columns);
  return (limit) => {
    // It writes into the array of centroids that it is given.
    const result = skmeans(rows, k, rowsOf(start, columns), limit);
    // Where it converges it has not counted the iteration that found nothing to move.
    const iterations = result.it < limit ? result.it + 1 : limit;
    // Its own labels belong to the centroids before the last update.
    return { iterations, labels: () => Int32Array.from(rows, (row) => result.test(row).idx) };
  };
};
