import skmeans from "skmeans";
import { rowsOf } from "../data/matrix.ts";
import type { Found, Load } from "./fitting.ts";

/** skmeans on arrays of rows. */
export const loadSkmeans: Load = ({ columns, k, points, start }) => {
  const rows = rowsOf(points, columns);
  const run = (own: number, initial?: number[][], limit?: number): Found => {
    const result = skmeans(rows, own, initial, limit);
    // Where it converges it has not counted the iteration that found nothing to move.
    const iterations = limit === undefined || result.it < limit ? result.it + 1 : limit;
    // Its own labels belong to the centroids before the last update.
    return { k: own, iterations, labels: () => Int32Array.from(rows, (row) => result.test(row).idx) };
  };
  return {
    // It writes into the array of centroids that it is given.
    fromStart: (limit) => run(k, rowsOf(start, columns), limit),
    // It takes no seed.
    fit: (own) => run(own),
  };
};
