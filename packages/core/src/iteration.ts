import type { FitIteration } from "./model/model.ts";
import type { Matrix } from "./points/matrix.ts";

/**
 * Where a run of Lloyd's algorithm is: at its start, or after one of its iterations. Iteration i assigns every row to the
 * nearest centroid of record i - 1, moves the farthest rows into clusters that stay empty, and then every centroid to the
 * mean of its rows: `step` is of that assignment, `centroids` are those means. A cluster that weighs nothing stays put.
 */
export interface IterationRecord {
  /** The start that the run is from, counted from 1. */
  readonly restart: number;
  /** Iterations that are done: 0 at the start. */
  readonly iteration: number;
  /** `k x columns`, float64, in the units of the points: the starting centroids, or those after the iteration. A copy. */
  readonly centroids: Matrix;
  /** What the iteration did, as the `history` of a fit has it; null at the start. Infinite where float64 cannot hold it. */
  readonly step: FitIteration | null;
}

export type OnIteration = (record: IterationRecord) => void;
