import { SegmentsError } from "../error.ts";
import type { SavedCategoryFeature, SavedNumericFeature } from "../model/saved-feature.ts";
import type { Pace } from "../pace.ts";
import { quoted } from "../quoted.ts";
import { quantiles } from "../statistics/quantile.ts";
import { centerSpread, type Scale } from "../statistics/scale.ts";
import type { NumericColumn, TextColumn } from "../table.ts";
import { inChunks } from "./chunks.ts";
import { type Treatment, treat } from "./numbers.ts";

/** How a column of numbers is to be prepared. */
export interface NumberWays {
  readonly scale: Scale;
  readonly weight: number;
  readonly yesNo: boolean;
  readonly log: boolean;
  /** Quantiles. */
  readonly clip: readonly [number, number] | null;
  /** Whether missing values become the median; else their rows are not among those used. */
  readonly median: boolean;
}

/** How a column of categories is to be prepared. */
export interface CategoryWays {
  readonly scale: Scale;
  readonly weight: number;
  readonly values: SavedCategoryFeature["values"];
  /** Whether a missing value is a category of its own. */
  readonly missing: boolean;
}

/** A feature, and the numbers of the rows used as they are before scaling. */
export interface FittedNumbers {
  readonly feature: SavedNumericFeature;
  readonly treated: Float64Array;
}

/**
 * What is to be known of a column of numbers to make coordinates of it, learned from the rows used.
 * @throws SegmentsError `OUT_OF_RANGE`, `NO_SPREAD`, `EMPTY_COLUMN`
 */
export async function fitNumbers(
  column: NumericColumn,
  rows: Int32Array,
  { scale, weight, yesNo, log, clip: ends, median }: NumberWays,
  pace: Pace,
): Promise<FittedNumbers> {
  const { name } = column;
  const missing = median ? medianOf(column, rows) : null;
  const treated = new Float64Array(rows.length);
  const fill = async (treatment: Treatment): Promise<void> => {
    await inChunks(rows.length, pace, (from, to) => {
      treat(column, rows, [from, to], treatment, treated.subarray(from, to));
    });
  };
  await fill({ log: log && ends === null, clip: null, missing });
  let clip: SavedNumericFeature["clip"] = null;
  if (ends !== null) {
    const [low, high] = quantiles(treated, ends);
    clip = { low: low!, high: high! };
    await fill({ log, clip, missing });
  }
  const { center, spread } = centerSpread(treated, scale);
  await pace.breathe();
  const feature: SavedNumericFeature = { name, type: "numeric", yesNo, log, clip, missing, center, spread, weight };
  if (spread === 0) throw noSpread(feature, treated, scale);
  return { feature, treated };
}

/**
 * What is to be known of a column of categories, learned from the rows used.
 * @throws SegmentsError `NO_SPREAD`
 */
export function fitCategories(
  { name, codes, categories: texts }: TextColumn,
  rows: Int32Array,
  { scale, weight, values, missing }: CategoryWays,
): SavedCategoryFeature {
  const counts = new Float64Array(texts.length + 1);
  for (let i = 0; i < rows.length; i++) counts[codes[rows[i]!]! + 1]!++;
  const categories = texts.filter((_, code) => counts[code + 1]! > 0).sort();
  const shares = counts.filter((count) => count > 0).map((count) => count / rows.length);
  if (shares.length < 2) {
    const same = categories.length === 0 ? "missing" : quoted(categories[0]!);
    const message = `Column ${quoted(name)} cannot be clustered by: every value is ${same}. Leave it out.`;
    throw new SegmentsError("NO_SPREAD", message, { column: name });
  }
  // In ascending order, so that the sum does not depend on the order of the categories.
  const spread = categorySpread(shares.sort(), scale);
  return { name, type: "category", values, categories, missing, spread, weight };
}

function categorySpread(shares: Float64Array, scale: Scale): number {
  if (scale === "none") return 1;
  if (scale === "minmax") return Math.SQRT2;
  return Math.sqrt(shares.reduce((sum, share) => sum + share * (1 - share), 0));
}

function medianOf({ name, values }: NumericColumn, rows: Int32Array): number {
  const there = new Float64Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const value = values[rows[i]!]!;
    if (!Number.isNaN(value)) there[count++] = value;
  }
  if (count === 0) {
    const message = `Column ${quoted(name)} has no number in the rows used, so its missing values have no median.`;
    throw new SegmentsError("EMPTY_COLUMN", message, { column: name });
  }
  return quantiles(there.subarray(0, count), [0.5])[0]!;
}

function noSpread(
  { name, log, clip, center }: SavedNumericFeature,
  treated: Float64Array,
  scale: Scale,
): SegmentsError {
  const same = treated.every((value) => value === treated[0]);
  const shown = (value: number): number => (log ? Number(Math.expm1(value).toPrecision(12)) : value);
  const why = same
    ? clip === null
      ? `every value is ${shown(treated[0]!)}. Leave it out of the features`
      : `clipped at its quantiles, every value is ${clip.low}. Clip less, or leave it out of the features`
    : scale === "robust"
      ? `at least half of its values are ${shown(center)}. Use the scale "standard" or "minmax", or leave it out of the features`
      : "its values are too close together. Leave it out of the features";
  return new SegmentsError("NO_SPREAD", `Column ${quoted(name)} cannot be scaled: ${why}.`, { column: name });
}
