import type { Progress } from "@kentro/core";
import { SegmentsError } from "./error.ts";
import { MOST_FEATURES, MOST_SEGMENTS } from "./model/limits.ts";
import { quoted } from "./quoted.ts";
import { type Scale, scales } from "./statistics/scale.ts";

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
  /** Default 0. */
  readonly seed?: number;
  /** How much is done for each k: starts at most. Default: that of `@kentro/core`. */
  readonly restarts?: number;
  /** Default: that of `@kentro/core`. The answer is the same for any count. */
  readonly threads?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
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
