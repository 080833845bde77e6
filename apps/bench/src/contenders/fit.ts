import type { Sample } from "../data/sample.ts";

/** One run of Lloyd's algorithm. */
export interface Fit {
  /** Iterations that it took: fewer than the limit where labels, and so centroids, repeated. */
  readonly iterations: number;
  /** The nearest of the final centroids for each row. May compute: it is no part of the fit. */
  labels(): Int32Array;
}

/** An implementation at work on a sample. */
export interface Fitting {
  /**
   * Runs from the start of the sample until nothing moves any more, tolerance 0, or `limit` iterations are done. Two runs
   * of the same limit do the same work.
   */
  fromStart(limit: number): Fit | Promise<Fit>;
  /** What its users get: its own k-means++ for a start, one of them, and its own defaults for where to stop. */
  whole(seed: number): Fit | Promise<Fit>;
}

/** Brings a sample into the form that an implementation takes; what that costs is no part of a fit. */
export type Load = (sample: Sample) => Fitting;
