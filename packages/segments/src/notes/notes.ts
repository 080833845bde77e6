/** A numeric column whose shape K-Means does not deal well with, and what may help. */
export interface ShapeNote {
  readonly column: string;
  /** The third standardized moment over the rows used; 0 for a symmetric column. */
  readonly skewness: number;
  /** Cells more than three interquartile ranges beyond the quartiles. */
  readonly outliers: number;
  readonly suggestion: "log" | "robust" | "clip";
  /** A sentence: "income is skewed to the right (skewness 3.1): its logarithm (--log income) may tell more." */
  readonly words: string;
}

/** What to know of the data before anything else. Nothing that was done to it is left out. */
export interface DataNotes {
  /** Columns of an odd shape, features first; empty where none is. */
  readonly shapes: readonly ShapeNote[];
  /** Rows that are the same in every column but identifiers as an earlier row. */
  readonly repeatedRows: number;
  /** Rows whose id an earlier row has; null without an id column. */
  readonly repeatedIds: number | null;
  /**
   * Everything as sentences, most important first: rows read, used, left out and why; values replaced, clipped and logged;
   * columns taken and left and why; shapes with the suggestion that follows; repeated customers.
   */
  readonly sentences: readonly string[];
}
