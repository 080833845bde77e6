import { SegmentsError } from "../error.ts";

/** In the words of Hennig (2007): under 0.6 unstable, under 0.75 doubtful, under 0.85 stable, from there on highly stable. */
export type StabilityLevel = "unstable" | "doubtful" | "stable" | "highly stable";

/** How sure a segment is: what becomes of it when the customers are drawn again. */
export interface SegmentStability {
  /**
   * Mean Jaccard similarity with its match over the resamples, 0 to 1. 0 for a segment so small that none of the compared
   * rows is in it: resamples do not find it.
   */
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

/**
 * A mean over 50 resamples is within 0.03 of that over many (its standard error is a seventh of the spread between
 * resamples, at most 0.2), and levels are 0.1 and more apart.
 */
const RESAMPLES = 50;
/** So much clustering at least is spared where segments are many and each search is long. */
const RESAMPLED_SEGMENTS = 1000;
const FEWEST = 10;
const MOST = 1000;

/** From here on segments are stable in the words of Hennig. */
export const STABLE = 0.75;

/** What a mean Jaccard similarity is called. */
export function stabilityLevel(jaccard: number): StabilityLevel {
  if (jaccard < 0.6) return "unstable";
  if (jaccard < STABLE) return "doubtful";
  return jaccard < 0.85 ? "stable" : "highly stable";
}

/** Throws `INVALID_OPTION` unless `resamples` is a whole number from 0 to 1,000, or left out. */
export function checkResamples(resamples: number | undefined): void {
  if (resamples === undefined || (Number.isInteger(resamples) && resamples >= 0 && resamples <= MOST)) return;
  const message = `Expected resamples to be a whole number from 0 to ${MOST}, got ${resamples}.`;
  throw new SegmentsError("INVALID_OPTION", message);
}

/** How many resamples are drawn for `k` segments: as asked for, else 50, and fewer (1,000 / k, at least 10) beyond 20 segments. */
export function resamplesFor(k: number, asked: number | undefined): number {
  return asked ?? Math.min(RESAMPLES, Math.max(FEWEST, Math.floor(RESAMPLED_SEGMENTS / k)));
}
