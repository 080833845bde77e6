import { checkEdits } from "./edits/check-edit.ts";
import type { Edit } from "./edits/edit.ts";
import { SegmentsError } from "./error.ts";
import { LARGEST_WEIGHT, MOST_FEATURES, MOST_SEGMENTS } from "./model/limits.ts";
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
   * Default, and "all": every numeric column but identifiers, constants, copies of another column and columns that are
   * mostly empty. A column of yes and no that is named counts as 1 and 0.
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
  /**
   * Features, named as `features` are, whose logarithm ln(1 + x) is clustered by: for numbers that are skewed to the right.
   * Their values must be over -1. Naming a column that is not clustered by is an error.
   */
  readonly log?: readonly string[];
  /**
   * Values of features beyond these quantiles of the rows used, 0 <= low < high <= 1, become those quantiles:
   * `[0.01, 0.99]`. Categories, and columns of yes and no, have none. Default: nothing is clipped.
   */
  readonly clip?: readonly [number, number];
  /**
   * What becomes of a missing value (empty, or unreadable) of a feature. "drop" (default): its row is left out. "median":
   * a number becomes the median of the feature. "category": a missing category is one of its own. Both of the last two may
   * be given in a list.
   */
  readonly missing?: Missing | readonly Missing[];
  /**
   * Columns, named as `features` are, whose values are clustered by as categories, beside the features and after them: of
   * text or numbers, with 2 to 50 different values. All of a column's categories together count as one feature.
   */
  readonly categorical?: readonly string[];
  /** How much a feature counts in squared distances, named as `features` are: `{ income: 2 }`. Over 0, up to 1,000,000; default 1. */
  readonly weights?: Readonly<Record<string, number>>;
  /** The column that says what a customer is worth (spending, revenue): segments get their share of its sum. */
  readonly value?: string;
  /**
   * How often the customers are drawn again to see how stable the segments are, 0 (not at all) to 1,000. Default 50; beyond
   * 20 segments 1,000 / k, at least 10.
   */
  readonly resamples?: number;
  /**
   * A segmentation found before: segments that match one of it keep its letter, name and note. They are matched by the customers
   * that it can label; one with a category that it does not know is none of them.
   */
  readonly previous?: SegmentationModel;
  /**
   * What is changed by hand after the search, in order, at most 1,000: merges and splits, from which k-means goes on, so that
   * a few other customers may move; names (up to 100 visible characters, no two alike) and notes (up to 1,000). A segment
   * keeps its name and note through later merges and splits where it is the same by overlap.
   */
  readonly edits?: readonly Edit[];
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

/** Throws `INVALID_OPTION`, `INVALID_EDIT` or `TOO_MANY` for what the type allows and the work does not. The rest is checked by core. */
export function checkOptions(options: SegmentOptions): void {
  const { features, scale, k, kMax, log, clip, missing, categorical, weights } = options;
  if (scale !== undefined && !scales.includes(scale)) {
    throw new SegmentsError(
      "INVALID_OPTION",
      `Expected scale to be one of ${scales.join(", ")}, got ${quoted(String(scale))}.`,
    );
  }
  if (k !== undefined && k !== "auto") checkCount("k", k, 1);
  if (kMax !== undefined) checkCount("kMax", kMax, 2);
  if (features !== undefined && features !== "all") checkNames("features", features, ' or "all"');
  if (log !== undefined) checkNames("log", log);
  if (categorical !== undefined) checkNames("categorical", categorical);
  if (clip !== undefined) checkClip(clip);
  if (missing !== undefined) checkMissing(missing);
  if (weights !== undefined) checkWeights(weights);
  if (options.edits !== undefined) checkEdits(options.edits);
}

function checkNames(option: string, names: unknown, or = ""): void {
  if (!Array.isArray(names) || names.some((name) => typeof name !== "string")) {
    const message = `Expected ${option} to be a list of names${or}, got ${quoted(String(names))}.`;
    throw new SegmentsError("INVALID_OPTION", message);
  }
  if (names.length > MOST_FEATURES) {
    throw new SegmentsError("TOO_MANY", `Expected at most ${MOST_FEATURES} ${option}, got ${names.length}.`);
  }
}

function checkClip(clip: unknown): void {
  if (Array.isArray(clip) && clip.length === 2) {
    const [low, high]: readonly unknown[] = clip;
    if (typeof low === "number" && typeof high === "number" && low >= 0 && low < high && high <= 1) return;
  }
  const message = `Expected clip to be two quantiles from 0 to 1, the lower first, got ${quoted(String(clip))}.`;
  throw new SegmentsError("INVALID_OPTION", message);
}

function checkMissing(missing: Missing | readonly Missing[]): void {
  const ways: readonly Missing[] = typeof missing === "string" ? [missing] : missing;
  const wrong = ways.find((way) => !["drop", "median", "category"].includes(way));
  if (wrong !== undefined || ways.length === 0) {
    const got = quoted(String(wrong ?? ""));
    throw new SegmentsError("INVALID_OPTION", `Expected missing to be drop, median or category, got ${got}.`);
  }
  if (new Set(ways).size > 1 && ways.includes("drop")) {
    const message = `Expected missing to be drop, or median and category, got ${quoted(ways.join(", "))}.`;
    throw new SegmentsError("INVALID_OPTION", message);
  }
}

function checkWeights(weights: Readonly<Record<string, number>>): void {
  if (typeof weights !== "object" || weights === null) {
    throw new SegmentsError(
      "INVALID_OPTION",
      `Expected weights to be numbers by name, got ${quoted(String(weights))}.`,
    );
  }
  for (const [name, weight] of Object.entries(weights)) {
    if (typeof weight === "number" && weight > 0 && weight <= LARGEST_WEIGHT) continue;
    const message = `Expected the weight of ${quoted(name)} to be over 0 and at most ${LARGEST_WEIGHT}, got ${weight}.`;
    throw new SegmentsError("INVALID_OPTION", message);
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
