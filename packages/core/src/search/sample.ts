import { load, type Prepared } from "../engine/prepare.ts";
import type { Pace } from "../pace.ts";
import { countDistinctRows } from "../points/distinct.ts";
import type { Matrix } from "../points/matrix.ts";
import { Random } from "../random.ts";

/** Rows that a search looks at: so many at least, and so many for each cluster. */
const FEWEST_ROWS = 32_768;
const ROWS_PER_CLUSTER = 512;

/** A sample is worth its own loading where it is not more than this part of the rows. */
const MOST_OF_ALL = 0.5;

/** Stream of random numbers that a sample is drawn from. */
const STREAM = 0x73616d70;

/**
 * The rows that k clusters are searched on: all of them, or a sample where they are many. A sample is drawn in proportion
 * to the weights, one row from each of as many stretches of equal weight, so that rows in any order are met evenly; a row
 * that is met several times weighs as much.
 */
export async function searchedRows(prepared: Prepared, k: number, seed: number, pace: Pace): Promise<Prepared> {
  const { matrix, weights } = prepared;
  const count = Math.max(FEWEST_ROWS, ROWS_PER_CLUSTER * k);
  if (count > matrix.rows * MOST_OF_ALL) return prepared;
  const random = new Random(seed, STREAM);
  const drawn = weights === null ? drawEvenly(matrix.rows, count, random) : drawByWeight(weights, count, random);
  const sample = rowsOf(matrix, drawn.rows);
  // Few heavy or many equal rows: a sample may be too poor to hold k clusters.
  if ((await countDistinctRows(sample, k, drawn.weights, pace)) < k) return prepared;
  return await load(sample, drawn.weights, pace);
}

interface Drawn {
  /** Ascending. */
  readonly rows: Int32Array;
  readonly weights: Float64Array | null;
}

function drawEvenly(rows: number, count: number, random: Random): Drawn {
  return {
    rows: Int32Array.from({ length: count }, (_, i) => Math.floor(((i + random.uniform()) * rows) / count)),
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
    while (met < count && next < before) {
      met++;
      own++;
      next = step * (met + random.uniform());
    }
    if (own === 0) return;
    rows.push(row);
    times.push(own);
  });
  return { rows: Int32Array.from(rows), weights: Float64Array.from(times) };
}

function rowsOf({ data, columns }: Matrix, rows: Int32Array): Matrix {
  const taken =
    data instanceof Float32Array ? new Float32Array(rows.length * columns) : new Float64Array(rows.length * columns);
  rows.forEach((row, i) => {
    for (let column = 0; column < columns; column++) taken[i * columns + column] = data[row * columns + column];
  });
  return { data: taken, rows: rows.length, columns };
}
