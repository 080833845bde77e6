/** How the centroids of a fit were looked for, and what that took: counts, which are the same on every machine. */
export interface SearchReport {
  /**
   * "swap" and "restarts" as the option says; "given": one run from given centroids; "exact": the optimum of one column,
   * by dynamic programming.
   */
  readonly kind: "swap" | "restarts" | "given" | "exact";
  /** Starts that were made. */
  readonly starts: number;
  /** Rows that were tried in the place of a centroid. */
  readonly candidates: number;
  /** Exchanges of a centroid for a row that were kept. */
  readonly swaps: number;
  /** Times that every row searched on was compared with all centroids. */
  readonly passes: number;
  /** Rows of the sample that was searched on before the end on all rows; null where all were. */
  readonly sampled: number | null;
}
