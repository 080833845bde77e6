import type { Pace } from "../pace.ts";
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

/** Rows between two looks at the clock. */
const ROWS_AT_ONCE = 65_536;

/**
 * A sample to search k clusters on; null where all rows had better be. It is drawn in proportion to the weights, one row
 * from each of as many stretches of equal weight, so that rows in any order are met evenly. A row that is met several
 * times weighs as much.
 */
export async function drawRows(
  rows: number,
  weights: Float64Array | null,
  k: number,
  seed: number,
  pace: Pace,
): Promise<Drawn | null> {
  const count = Math.max(FEWEST_ROWS, ROWS_PER_CLUSTER * k);
  if (count > rows * MOST_OF_ALL) return null;
  const random = new Random(seed, STREAM);
  if (weights !== null) return await drawByWeight(weights, count, random, pace);
  const step = rows / count;
  return {
    rows: Int32Array.from({ length: count }, (_, i) => Math.floor((i + random.uniform()) * step)),
    weights: null,
  };
}

async function drawByWeight(weights: Float64Array, count: number, random: Random, pace: Pace): Promise<Drawn> {
  let total = 0;
  for (let row = 0; row < weights.length; row++) total += weights[row];
  const step = total / count;
  const rows: number[] = [];
  const times: number[] = [];
  let next = step * random.uniform();
  let met = 0;
  let before = 0;
  for (let row = 0; row < weights.length; row++) {
    before += weights[row];
    let own = 0;
    for (; met < count && next < before; own++) {
      met++;
      next = step * (met + random.uniform());
    }
    if (own > 0) {
      rows.push(row);
      times.push(own);
    }
    if (row % ROWS_AT_ONCE === 0 && pace.due()) await pace.breathe();
  }
  return { rows: Int32Array.from(rows), weights: Float64Array.from(times) };
}
