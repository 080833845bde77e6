import type { Missing, Scale } from "@kentro/segments";
import type { Settings } from "../../../work/protocol.ts";
import type { Treatment } from "./taken.ts";

/** A column with more different texts is no category. */
export const MOST_CATEGORIES = 50;

/** The ways of scaling in the order of their key, and what each does. */
export const SCALES: readonly { readonly scale: Scale; readonly words: string }[] = [
  { scale: "standard", words: "each column less its mean, over its standard deviation" },
  { scale: "robust", words: "each column less its median, over its middle half: outliers count less" },
  { scale: "minmax", words: "each column from 0 to 1" },
  { scale: "none", words: "columns as they are: a column of large numbers outweighs the others" },
];

/** A rule about missing values: its name, what a run is told, and what it does. */
export interface MissingRule {
  readonly name: string;
  readonly missing: readonly Missing[];
  readonly words: string;
}

/** The rules about missing values in the order of their key. */
export const MISSING_RULES: readonly MissingRule[] = [
  { name: "drop", missing: ["drop"], words: "customers without a value in a column taken are left out" },
  { name: "median", missing: ["median"], words: "a missing number becomes the median of its column" },
  { name: "category", missing: ["category"], words: "a missing text is a category of its own" },
  {
    ...{ name: "both", missing: ["median", "category"] },
    words: "a missing number becomes the median, a missing text a category of its own: nobody is left out",
  },
];

/** The rule that settings have. */
export function missingRule({ missing }: Settings): MissingRule {
  const both = missing.includes("median") && missing.includes("category");
  return MISSING_RULES.find(({ name }) => name === (both ? "both" : missing[0])) ?? MISSING_RULES[0]!;
}

/** "×2", "×1/4". */
export function weightText(weight: number): string {
  return weight < 1 ? `×1/${Math.round(1 / weight)}` : `×${weight}`;
}

/** Whether a column is taken, and as what. */
export function fateText({ use }: Treatment): string {
  return { number: "taken", category: "taken as a category", left: "left out" }[use];
}

/** What is done to a column beside scaling it: "log ×2", nothing where nothing is. */
export function doneTo({ log, weight }: Treatment): string {
  return [...(log ? ["log"] : []), ...(weight === 1 ? [] : [weightText(weight)])].join(" ");
}
