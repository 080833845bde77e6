/**
 * A number. Its one coordinate is `(x - center) / spread * sqrt(weight)`, where x is the cell after these steps in this
 * order: a missing one replaced, clipped, and, with `log`, ln(1 + x).
 */
export interface SavedNumericFeature {
  readonly name: string;
  readonly type: "numeric";
  /** Whether the column holds yes and no, in the words of `yes-no.ts`, which count as 1 and 0. */
  readonly yesNo: boolean;
  readonly log: boolean;
  /** In the file's units: values under `low` become `low`, values over `high` become `high`. */
  readonly clip: { readonly low: number; readonly high: number } | null;
  /** What a missing value becomes, in the file's units; null: its row is left out. */
  readonly missing: number | null;
  /** With `log`, of the logarithms. */
  readonly center: number;
  readonly spread: number;
  readonly weight: number;
}

/**
 * A category: one coordinate for each of `categories`, `sqrt(weight) / spread` where a row has it, else 0. With the scales
 * "standard" and "robust" the spread is the root of the summed variances p (1 - p), so that all of them together vary as
 * much as one standardized number; with "minmax" it is the root of 2, so that two categories are as far apart as the two
 * ends of a number; with "none" it is 1.
 */
export interface SavedCategoryFeature {
  readonly name: string;
  readonly type: "category";
  /** What the column holds: texts, or numbers, whose categories are as JavaScript writes them: "1.5". */
  readonly values: "text" | "number";
  /** In ascending order of their UTF-16 code units. */
  readonly categories: readonly string[];
  /** Whether a missing value is a category of its own: a further coordinate, the last. False: its row is left out. */
  readonly missing: boolean;
  readonly spread: number;
  readonly weight: number;
}

/** How a column becomes coordinates. */
export type SavedFeature = SavedNumericFeature | SavedCategoryFeature;

/** How many coordinates a feature is. */
export function width(feature: SavedFeature): number {
  return feature.type === "numeric" ? 1 : feature.categories.length + (feature.missing ? 1 : 0);
}

/** Whether a row without a value has coordinates all the same. */
export function takesMissing(feature: SavedFeature): boolean {
  return feature.type === "numeric" ? feature.missing !== null : feature.missing;
}
