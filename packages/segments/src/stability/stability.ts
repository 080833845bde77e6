/** In the words of Hennig (2007): under 0.6 unstable, under 0.75 doubtful, under 0.85 stable, from there on highly stable. */
export type StabilityLevel = "unstable" | "doubtful" | "stable" | "highly stable";

/** How sure a segment is: what becomes of it when the customers are drawn again. */
export interface SegmentStability {
  /** Mean Jaccard similarity with its match over the resamples, 0 to 1. */
  readonly jaccard: number;
  readonly level: StabilityLevel;
}

/** How stable segments are under resampling (Hennig 2007, Cluster-wise assessment of cluster stability). */
export interface Stability {
  /** How many times the customers were drawn again, with replacement. */
  readonly resamples: number;
  /** Rows of a resample. */
  readonly resampleRows: number;
  /** Rows on which segments are compared: all of them, or of a seeded sample. */
  readonly comparedRows: number;
  readonly seed: number;
  /** In the order of the segments. */
  readonly segments: readonly SegmentStability[];
  /** The mean over segments, weighted by their sizes. */
  readonly mean: number;
}
