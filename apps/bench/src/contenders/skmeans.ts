import skmeans from "skmeans";
import { rowsOf } from "../data/sample.ts";
import type { Load } from "./fit.ts";

/** Its own default. */
const MOST_ITERATIONS = 10_000;

/** skmeans on arrays of rows. */
export const loadSkmeans: Load = ({ columns, k, points, start }) => {
  const rows = rowsOf(points, columns);
  const fit = (initial: number[][] | "kmpp", limit: number) => {
    // It writes into the array of centroids that it is given.
    const result = skmeans(rows, k, initial, limit);
    // Where it converges it has not counted the iteration that found nothing to move.
    const iterations = result.it < limit ? result.it + 1 : limit;
    // Its own labels belong to the centroids before the last update.
    return { iterations, labels: () => Int32Array.from(rows, (row) => result.test(row).idx) };
  };
  return {
    fromStart: (limit) => fit(rowsOf(start, columns), limit),
    // It takes no seed.
    whole: () => fit("kmpp", MOST_ITERATIONS),
  };
};
