import { load, type Prepared } from "../engine/prepare.ts";
import type { Pace } from "../pace.ts";
import { countDistinctRows } from "../points/distinct.ts";
import { intoFrame, outOfFrame } from "../points/frame.ts";
import type { Matrix } from "../points/matrix.ts";
import { type Drawn, drawRows } from "./sample.ts";

/** The rows that a search looks at, and the way back from them. */
export interface Searched {
  readonly prepared: Prepared;
  /** Rows of a sample; null where all rows are searched. */
  readonly sampled: number | null;
  /** Whether an inertia is so small beside the spread of the rows that the digits of a copy may not tell it. */
  isTooCoarseFor(inertia: number): boolean;
  /** Centroids in the frame of the rows searched, in that of all rows. */
  toFrame(centroids: Float64Array): Float64Array;
}

/** Values that are worth a copy: fewer are searched as fast as they are loaded. */
const FEWEST_VALUES = 4096;

/** Where less than this part of the squares is left as inertia, float32 has too few digits to compare what is left. */
const LEAST_LEFT = 1e-9;

/**
 * The rows that k clusters are searched on: those given where they are few, else a copy in float32, around the means of
 * the columns and in units of their spread, whose steps take half the time; and where rows are many, of a sample alone.
 * The search needs no more digits as a rule: its end is on all rows, as they are.
 *
 * @param fine whether to keep the digits of the points
 */
export async function rowsToSearch(
  prepared: Prepared,
  k: number,
  seed: number,
  fine: boolean,
  pace: Pace,
): Promise<Searched> {
  const { matrix, weights, frame, precision } = prepared;
  const itself: Searched = {
    prepared,
    sampled: null,
    isTooCoarseFor: () => false,
    toFrame: (centroids) => centroids,
  };
  const drawn = await drawRows(matrix.rows, weights, k, seed, pace);
  const gainsNothing = fine || precision === "float32" || matrix.data.length < FEWEST_VALUES;
  if (drawn === null && gainsNothing) return itself;
  const asTheyAre = drawn !== null && precision === "float32";
  const copy = asTheyAre ? await rowsOf(matrix, drawn, pace) : await copyOf(matrix, drawn, fine, pace);
  const copyWeights = drawn === null ? weights : drawn.weights;
  // Rows that float32 cannot tell apart, or a sample of few heavy rows, may be too poor to hold k clusters.
  if ((await countDistinctRows(copy.matrix, k, copyWeights, pace)) < k) return itself;
  const searched = await load(copy.matrix, copyWeights, pace, prepared.team, prepared.only);
  const { columns } = matrix;
  const weightSum = copyWeights === null ? copy.matrix.rows : copyWeights.reduce((sum, weight) => sum + weight, 0);
  return {
    prepared: searched,
    sampled: drawn === null ? null : copy.matrix.rows,
    isTooCoarseFor: (inertia) => {
      const squares = searched.meanVariance * columns * weightSum;
      return !fine && precision === "float64" && inertia < LEAST_LEFT * squares;
    },
    toFrame: (centroids) => {
      const own = outOfFrame(centroids, searched.frame);
      return intoFrame(
        own.map((value, at) => 2 * (value / copy.scale + copy.halves[at % columns])),
        frame,
      );
    },
  };
}

/** Rows as `(value / 2 - half of the column's mean) * scale`: a difference of large values may be beyond float64. */
interface Copy {
  readonly matrix: Matrix;
  readonly halves: Float64Array;
  /** A power of two. */
  readonly scale: number;
}

/** Rows between two looks at the clock. */
const ROWS_AT_ONCE = 4096;

/** Rows of float32 as they are: loading them finds a frame of their own. */
async function rowsOf({ data, columns }: Matrix, { rows }: Drawn, pace: Pace): Promise<Copy> {
  const copy = new Float32Array(rows.length * columns);
  for (let row = 0, at = 0; row < rows.length; row++) {
    const from = rows[row] * columns;
    for (let column = 0; column < columns; column++) copy[at++] = data[from + column];
    if (row % ROWS_AT_ONCE === 0 && pace.due()) await pace.breathe();
  }
  return { matrix: { data: copy, rows: rows.length, columns }, halves: new Float64Array(columns), scale: 2 };
}

async function copyOf(
  { data, rows: all, columns }: Matrix,
  drawn: Drawn | null,
  fine: boolean,
  pace: Pace,
): Promise<Copy> {
  const rows = drawn === null ? all : drawn.rows.length;
  const values = new Float64Array(rows * columns);
  const halves = new Float64Array(columns);
  for (let row = 0, at = 0; row < rows; row++) {
    const from = (drawn === null ? row : drawn.rows[row]) * columns;
    for (let column = 0; column < columns; column++, at++) {
      values[at] = data[from + column] / 2;
      halves[column] += values[at] / rows;
    }
    if (row % ROWS_AT_ONCE === 0 && pace.due()) await pace.breathe();
  }
  let largest = 0;
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at++) {
      values[at] -= halves[column];
      largest = Math.max(largest, Math.abs(values[at]));
    }
    if (row % ROWS_AT_ONCE === 0 && pace.due()) await pace.breathe();
  }
  const scale = largest === 0 ? 1 : 2 ** Math.max(-1020, Math.min(1020, -Math.floor(Math.log2(largest))));
  const copy = fine ? values : new Float32Array(values.length);
  for (let at = 0; at < values.length; at++) copy[at] = values[at] * scale;
  return { matrix: { data: copy, rows, columns }, halves, scale };
}
