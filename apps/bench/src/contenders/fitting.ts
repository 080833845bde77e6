import type { Sample } from "../data/sample.ts";

/** A clustering that was found. */
export interface Found {
  readonly k: number;
  /**
   * Iterations that it took: fewer than the limit where labels, and so centroids, repeated; null where it does not tell.
   */
  readonly iterations: number | null;
  /** The nearest of the final centroids for each row. May compute: it is no part of what is timed. */
  labels(): Int32Array;
}

/** An implementation at work on a sample. */
export interface Fitting {
  /** See the `Job` of this name. Two runs of the same limit do the same work. */
  fromStart(limit: number): Found | Promise<Found>;
  /** What its users get for k by its own defaults. */
  fit(k: number, seed: number): Found | Promise<Found>;
  /** A sweep over k from 1 to `kMax`; where it has none, that is a fit for each k. */
  elbow?(kMax: number, seed: number): Promise<readonly Found[]>;
  /** A sweep with silhouettes and a verdict on k, where it has one. */
  analysis?(kMax: number, seed: number): Promise<readonly Found[]>;
}

/** Brings a sample into the form that an implementation takes; what that costs is no part of a job. */
export type Load = (sample: Sample) => Fitting;
