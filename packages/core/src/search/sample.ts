import { Random } from "../random.ts";

/** Rows that were drawn. */
export interface Drawn {
  /** Ascending. */
  readonly rows: Int32Array;
  /** How often each was met; null where rows have no weights. */
  readonly weights: Float64Array | null;
}

/** Rows of a sample: so many at least, and so many for each cluster. */
const FEWEST_ROWS = 32_768;
const ROWS_PER_CLUSTER = 512;

/** A sample is worth its loading where it is not more than this part of the rows. */
const MOST_OF_ALL = 0.5;

/** Stream of random numbers that a sample is drawn from. */
const STREAM = 0x73616d70;

/**
 * A sample to search k clusters on; null where all rows had better be. It is drawn in proportion to the weights, one row
 * from each of as many stretches of equal weight, so that rows in any order are met evenly. A row that is met several
 * times weighs as much.
 */
export function drawRows(rows: number, weights: Float64Array | null, k: number, seed: number): Drawn | null {
  const count = Math.max(FEWEST_ROWS, ROWS_PER_CLUSTER * k);
  if (count > rows * MOST_OF_ALL) return null;
  const random = new Random(seed, STREAM);
  if (weights !== null) return drawByWeight(weights, count, random);
  const step = rows / count;
  return {
    rows: Int32Array.from({ length: count }, (_, i) => Math.floor((i + random.uniform()) * step)),
    weights: null,
  };
}

function drawByWeight(weights: Float64Array, count: number, random: Random): Drawn {
  const step = weights.reduce((sum, weight) => sum + weight, 0) / count;
  const rows: number[] = [];
  const times: number[] = [];
  let next = step * random.uniform();
  let met = 0;
  let before = 0;
  weights.forEach((weight, row) => {
    before += weight;
    let own = 0;
    for (; met < count && next < before; own++) {
      met++;
      next = step * (met + random.uniform());
    }
    if (own === 0) return;
    rows.push(row);
    times.push(own);
  });
  return { rows: Int32Array.from(rows), weights: Float64Array.from(times) };
}
