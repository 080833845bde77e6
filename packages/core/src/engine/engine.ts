import type { Partials } from "@kentro/kernel";
import type { EngineReport } from "../model/engine-report.ts";
import type { Pace } from "../pace.ts";

/**
 * Where a step of k-means is computed. An engine holds the data and the state; the driver (`lloyd.ts`, `seeding.ts`)
 * holds the algorithm and does not know which engine it has.
 *
 * Centroids and points are in the engine's frame (`frame.ts`), row-major. What all engines share: a tie goes to the lowest
 * centroid index, sums are float64 or better, and an empty cluster is a zero count that the driver decides about.
 */
export interface Engine {
  readonly rows: number;
  readonly columns: number;

  /** Clusters of the run at hand, 0 before the first. */
  readonly k: number;

  /**
   * Starts a run of `k` centroids: no row has a label.
   *
   * @param isNear whether its centroids are expected to be near their end, as those are that were found on a sample
   */
  begin(k: number, isNear?: boolean): void;

  /** Assigns every row to its nearest centroid. The result is the engine's own and valid until its next step. */
  step(centroids: Float64Array, pace: Pace): Partials | Promise<Partials>;

  /** The `count` rows of positive weight farthest from their centroid, farthest first, ties to the lowest row. */
  farthest(centroids: Float64Array, count: number, pace: Pace): Promise<readonly number[]>;

  /** Gives one row to another cluster and returns the partial results as they are then. */
  relocate(row: number, to: number): Partials;

  /** How steps were computed so far. */
  report(): EngineReport;

  /** Copies the label of every row. */
  labels(into: Int32Array, pace: Pace): Promise<void>;

  /** One row. */
  point(row: number): Float64Array;

  /** A row drawn in proportion to its weight; `uniform` is in [0, 1). */
  sampleByWeight(uniform: number): number;

  /** Starts a seeding: no row has a seed yet. */
  beginSeeding(): void;

  /** For each candidate row, the inertia if it joined the seeds. */
  seedCosts(candidates: readonly number[], pace: Pace): Promise<Float64Array>;

  /** A row joins the seeds. */
  takeSeed(row: number, pace: Pace): Promise<void>;

  /** A row drawn in proportion to its (weighted) squared distance to its nearest seed. */
  sampleByDistance(uniform: number): number;

  /**
   * Assigns every row and keeps what that found, its second-nearest centroid included, until the next survey. A run of as
   * many centroids goes on with it; with another number a run begins.
   */
  survey(centroids: Float64Array, pace: Pace): Promise<Survey>;

  /** Begins a run where the last survey ended: labels are those of its centroids. */
  resume(): void;

  /**
   * As `step`, after `resume` and steps of this kind alone: rows whose own centroid has not changed since are compared
   * with the changed ones alone.
   */
  stepChanged(centroids: Float64Array, pace: Pace): Partials | Promise<Partials>;

  /** A row drawn in proportion to its (weighted) squared distance to its nearest surveyed centroid. */
  sampleBySurvey(uniform: number): number;

  /** The label of a row in the last survey. */
  surveyedLabel(row: number): number;

  /**
   * What candidate rows would gain beside the surveyed centroids, `candidates x (1 + k)`: what each takes from the
   * inertia, and then from each removal. With a candidate in the place of centroid r the inertia is
   * `inertia + removals[r] - gains[0] - gains[1 + r]`.
   */
  exchangeGains(candidates: readonly number[], pace: Pace): Promise<Float64Array>;
}

/** What centroids cost. */
export interface Survey {
  /** (Weighted) sum of squared distances to the nearest centroid. */
  readonly inertia: number;
  /** What taking out each of the k centroids would add to it. */
  readonly removals: Float64Array;
}
