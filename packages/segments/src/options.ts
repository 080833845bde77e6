import { SegmentsError } from "./error.ts";
import { MOST_FEATURES, MOST_SEGMENTS } from "./model/limits.ts";
import type { SegmentationModel } from "./model/segmentation-model.ts";
import type { Play } from "./plays/play.ts";
import type { OnSegmentProgress } from "./progress.ts";
import { quoted } from "./quoted.ts";
import { type Scale, scales } from "./statistics/scale.ts";

/** What becomes of a missing value of a feature. */
export type Missing = "drop" | "median" | "category";

/** How a table becomes segments. Every option has a default. */
export interface SegmentOptions {
  /**
   * The columns to cluster by, by name or by a part of a name that finds one column only; a column named twice counts once.
   * Default, and "all": every numeric column but identifiers, constants and columns that are mostly empty.
   */
  readonly features?: readonly string[] | "all";
  /** Default "standard". */
  readonly scale?: Scale;
  /** The number of segments, 1 to 1,000, or "auto" (default): by the elbow, else by the best silhouette. */
  readonly k?: number | "auto";
  /** The largest number of segments that "auto" tries, 2 to 1,000. Default 10. */
  readonly kMax?: number;
  /** A column that names customers, found as features are: never a feature. */
  readonly id?: string;
  /** Features, named as `features` are, whose logarithm ln(1 + x) is clustered by; their values must be over -1. */
  readonly log?: readonly string[];
  /** Values of features beyond these quantiles, 0 <= low < high <= 1, become those quantiles: [0.01, 0.99]. Default: none do. */
  readonly clip?: readonly [number, number];
  /**
   * What becomes of a missing value of a feature. "drop" (default): its row is left out. "median": a number becomes the
   * median of the feature. "category": a missing category is one of its own.
   */
  readonly missing?: Missing | readonly Missing[];
  /** Columns, named as `features` are, whose values are clustered by as categories, beside the features. */
  readonly categorical?: readonly string[];
  /** How much a feature counts in squared distances, by name: `{ income: 2 }`. Default 1; positive. */
  readonly weights?: Readonly<Record<string, number>>;
  /** The column that says what a customer is worth (spending, revenue): segments get their share of its sum. */
  readonly value?: string;
  /**
   * How often the customers are drawn again to see how stable the segments are, 0 (not at all) to 1,000. Default 50; beyond
   * 20 segments 1,000 / k, at least 10.
   */
  readonly resamples?: number;
  /** A segmentation found before: segments that match one of it keep its letter and name. */
  readonly previous?: SegmentationModel;
  /** The marketing suggestions to choose from. Default: those of Kentro. */
  readonly plays?: readonly Play[];
  /** Default 0. */
  readonly seed?: number;
  /** How much is done for each k: starts at most. Default: that of `@kentro/core`. */
  readonly restarts?: number;
  /** Default: that of `@kentro/core`. The answer is the same for any count. */
  readonly threads?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: OnSegmentProgress | undefined;
}

/** Throws `INVALID_OPTION` or `TOO_MANY` for what the type allows and the work does not. The rest is checked by core. */
export function checkOptions({ features, scale, k, kMax }: SegmentOptions): void {
  if (scale !== undefined && !scales.includes(scale)) {
    throw new SegmentsError(
      "INVALID_OPTION",
      `Expected scale to be one of ${scales.join(", ")}, got ${quoted(String(scale))}.`,
    );
  }
  if (k !== undefined && k !== "auto") checkCount("k", k, 1);
  if (kMax !== undefined) checkCount("kMax", kMax, 2);
  if (features !== undefined && features !== "all" && !Array.isArray(features)) {
    const message = `Expected features to be a list of names or "all", got ${quoted(String(features))}.`;
    throw new SegmentsError("INVALID_OPTION", message);
  }
  if (features !== undefined && features.length > MOST_FEATURES) {
    throw new SegmentsError("TOO_MANY", `Expected at most ${MOST_FEATURES} features, got ${features.length}.`);
  }
}

function checkCount(name: string, value: number, least: number): void {
  if (!Number.isInteger(value) || value < least) {
    throw new SegmentsError("INVALID_OPTION", `Expected ${name} to be a whole number from ${least}, got ${value}.`);
  }
  if (value > MOST_SEGMENTS) {
    throw new SegmentsError("TOO_MANY", `Expected ${name} to be at most ${MOST_SEGMENTS} segments, got ${value}.`);
  }
}
