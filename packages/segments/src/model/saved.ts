import type { KMeansModelJSON } from "@kentro/core";
import type { Training } from "../drift/training.ts";
import type { Scale } from "../statistics/scale.ts";
import type { SavedFeature } from "./saved-feature.ts";

export const FORMAT = "kentro-segmentation";
export const VERSION = 1;

/** A segmentation as JSON. The features and the scaled centroids (in `kmeans`) are the truth of it. */
export interface SavedSegmentation {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  /** Customers it was found on. */
  readonly rows: number;
  readonly seed: number;
  readonly scale: Scale;
  /** How each column becomes coordinates. A category is saved with every value it had in the rows used. */
  readonly features: readonly SavedFeature[];
  readonly segments: readonly SavedSegment[];
  /** The model of `@kentro/core` on the scaled features. */
  readonly kmeans: KMeansModelJSON;
  /** Shares and bins of the customers it was found on, for drift. */
  readonly training: Training;
}

export interface SavedSegment {
  readonly letter: string;
  readonly name: string;
  /** Absent where there is none. */
  readonly note?: string;
  readonly size: number;
  readonly share: number;
  /** Which centroid of `kmeans` it is. */
  readonly cluster: number;
  /**
   * The centroid for people, not read back: for each feature a number in the file's units, or the shares of its categories
   * in their order (the share without one last). Null for a segment of fewer than five customers, of which nothing is told
   * but its size; what a prediction needs, its centroid in `kmeans`, is there all the same.
   */
  readonly centroid: readonly (number | readonly number[])[] | null;
}
