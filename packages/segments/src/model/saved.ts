import type { KMeansModelJSON } from "@kentro/core";
import type { Scale } from "../statistics/scale.ts";

export const FORMAT = "kentro-segmentation";
export const VERSION = 1;

/** A segmentation as JSON. The scale and the scaled centroids (in `kmeans`) are the truth of it. */
export interface SavedSegmentation {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  /** Customers it was found on. */
  readonly rows: number;
  readonly seed: number;
  readonly scale: Scale;
  /** Each is scaled as (x - center) / spread. */
  readonly features: readonly { readonly name: string; readonly center: number; readonly spread: number }[];
  readonly segments: readonly SavedSegment[];
  /** The model of `@kentro/core` on the scaled features. */
  readonly kmeans: KMeansModelJSON;
}

export interface SavedSegment {
  readonly letter: string;
  readonly name: string;
  readonly size: number;
  readonly share: number;
  /** Which centroid of `kmeans` it is. */
  readonly cluster: number;
  /** The centroid in the file's units: for people, not read back. */
  readonly centroid: readonly number[];
}
