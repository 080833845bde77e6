import type { SavedCategoryFeature, SavedFeature, SavedNumericFeature } from "../model/saved-feature.ts";
import { LARGEST } from "../preparation/refusal.ts";
import { noWords, yesWords } from "../preparation/yes-no.ts";
import { type Dialect, literal, numeral, words } from "./dialect.ts";

/**
 * A feature as SQL, in three steps that each use the one before by its name: what the column holds, what is computed with
 * (missing values replaced, clipped), and the coordinates. Where a row has no coordinates, they are NULL.
 */
export interface FeatureSql {
  /** @param column the column, quoted */
  readonly read: (column: string) => string;
  readonly value: (read: string) => string;
  readonly coordinates: (value: string) => readonly string[];
}

export function featureSql(feature: SavedFeature, dialect: Dialect): FeatureSql {
  return feature.type === "numeric" ? numberSql(feature, dialect) : categorySql(feature, dialect);
}

function numberSql(feature: SavedNumericFeature, dialect: Dialect): FeatureSql {
  const { log, clip, missing, center, spread, weight } = feature;
  const { number, text, holdsNaN } = words[dialect];
  const scaled = (value: string) => {
    const factor = Math.sqrt(weight);
    const weighted = factor === 1 ? "" : ` * ${numeral(factor)}`;
    return `(${less(value, center)}) / ${numeral(spread)}${weighted}`;
  };
  return {
    read: (column) => {
      if (!feature.yesNo) return `CAST(${column} AS ${number})`;
      const word = `LOWER(TRIM(CAST(${column} AS ${text})))`;
      const among = (list: readonly string[]) => `${word} ${oneOf(list, (each) => literal(each, dialect))}`;
      return `CAST(CASE WHEN ${among(yesWords)} THEN 1 WHEN ${among(noWords)} THEN 0 END AS ${number})`;
    },
    value: (read) => {
      const replaced =
        missing === null
          ? ""
          : `WHEN ${read} IS NULL OR ${holdsNaN(read)} THEN ${numeral(replacement(feature, missing))} `;
      const clipped = clip === null ? read : `LEAST(GREATEST(${read}, ${numeral(clip.low)}), ${numeral(clip.high)})`;
      // No other test keeps NaN and infinity out in every database: some hold NaN for the largest number of all.
      return `CASE ${replaced}WHEN ${read} BETWEEN ${numeral(-LARGEST)} AND ${numeral(LARGEST)} THEN ${clipped} END`;
    },
    coordinates: (value) => [
      log ? `CASE WHEN ${value} > ${numeral(-1)} THEN ${scaled(log1p(value))} END` : scaled(value),
    ],
  };
}

/**
 * ln(1 + x) in all its digits near 0 too, where those of x are lost in 1 + x: what was lost is made good by the quotient
 * (Kahan; Goldberg 1991, What every computer scientist should know about floating-point arithmetic, theorem 4).
 */
function log1p(x: string): string {
  return `CASE WHEN 1e0 + ${x} = 1e0 THEN ${x} ELSE LN(1e0 + ${x}) * (${x} / ((1e0 + ${x}) - 1e0)) END`;
}

/** What takes the place of a missing value is clipped as any value is. */
function replacement({ clip }: SavedNumericFeature, missing: number): number {
  return clip === null ? missing : Math.min(Math.max(missing, clip.low), clip.high);
}

function categorySql(
  { values, categories, missing, spread, weight }: SavedCategoryFeature,
  dialect: Dialect,
): FeatureSql {
  const { number, text, holdsNaN } = words[dialect];
  const written = (category: string) => {
    if (values === "text") return literal(category, dialect);
    // A saved model may name what is no number as a category of numbers: no number is equal to it.
    return Number.isFinite(Number(category)) ? numeral(Number(category)) : "NULL";
  };
  const height = numeral(Math.sqrt(weight) / spread);
  const oneWhere = (condition: string, zero: string) =>
    `CAST(CASE WHEN ${condition} THEN ${height} ${zero} END AS ${number})`;
  return {
    read: (column) => {
      if (values === "number") return `CAST(${column} AS ${number})`;
      const cell = `CAST(${column} AS ${text})`;
      return categories.includes("") ? cell : `NULLIF(${cell}, '')`;
    },
    value: (read) => (values === "number" ? `CASE WHEN NOT ${holdsNaN(read)} THEN ${read} END` : read),
    coordinates: (value) => {
      const [first, ...others] = categories;
      const known = others.length === 0 ? [] : [`${value} ${oneOf(others, written)}`];
      const zero = [...(missing ? [`${value} IS NULL`] : []), ...known].join(" OR ");
      return [
        // The first of them is NULL for a category that the model does not know, and that is enough.
        ...(first === undefined
          ? []
          : [oneWhere(`${value} = ${written(first)}`, zero === "" ? "" : `WHEN ${zero} THEN 0`)]),
        ...others.map((category) => oneWhere(`${value} = ${written(category)}`, "ELSE 0")),
        ...(missing ? [oneWhere(`${value} IS NULL`, "ELSE 0")] : []),
      ];
    },
  };
}

function oneOf(values: readonly string[], written: (value: string) => string): string {
  return values.length === 1 ? `= ${written(values[0]!)}` : `IN (${values.map(written).join(", ")})`;
}

/** An expression less a number. */
export function less(expression: string, number: number): string {
  if (number === 0) return expression;
  return number < 0 ? `${expression} + ${numeral(-number)}` : `${expression} - ${numeral(number)}`;
}
