/** A number: (f(clipped or replaced value) - center) / spread * sqrt(weight), where f is ln(1 + x) or nothing. */
export interface SavedNumericFeature {
  readonly name: string;
  readonly type: "numeric";
  readonly log: boolean;
  /** In the file's units. */
  readonly clip: { readonly low: number; readonly high: number } | null;
  /** What a missing value becomes, in the file's units; null: its row is left out. */
  readonly missing: number | null;
  readonly center: number;
  readonly spread: number;
  readonly weight: number;
}

/**
 * A category: one coordinate for each of `categories`, 1 / spread * sqrt(weight) where a row has it, else 0. The spread is
 * the root of the summed variances p (1 - p), so that all of them together vary as much as one standardized number.
 */
export interface SavedCategoryFeature {
  readonly name: string;
  readonly type: "category";
  readonly categories: readonly string[];
  /** Whether a missing value is a category of its own: a further coordinate, the last. */
  readonly missing: boolean;
  readonly spread: number;
  readonly weight: number;
}

/** How a column becomes coordinates. */
export type SavedFeature = SavedNumericFeature | SavedCategoryFeature;
