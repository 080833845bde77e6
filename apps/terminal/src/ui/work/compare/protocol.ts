/** How two runs differ. */
export interface CompareRequest {
  readonly type: "compare";
  readonly id: number;
  /** Ids of the runs. */
  readonly before: number;
  readonly after: number;
}

/** How far two runs agree. */
export interface CompareReply {
  readonly type: "compared";
  readonly id: number;
  readonly comparison: Comparison;
}

/** Two runs of one table. Segments are indices into those of their run. */
export interface Comparison {
  /** Ids of the runs. */
  readonly before: number;
  readonly after: number;
  /** Customers in a segment of both: all that follows is about them. */
  readonly rows: number;
  /** Customers that only one of the runs could use. */
  readonly onlyBefore: number;
  readonly onlyAfter: number;
  /** How many customers of each segment before (a row) are in each segment after (a column). */
  readonly counts: readonly (readonly number[])[];
  /** For each segment after, the segment before that it is, by the customers they share; null for a new one. */
  readonly matches: readonly (number | null)[];
  /** The adjusted Rand index. */
  readonly agreement: number;
  /** Customers whose segment after is not the one before. */
  readonly moved: number;
  /** The largest first, at most `MOST_FLOWS`. */
  readonly flows: readonly Flow[];
}

/** Customers who left a segment for another. */
export interface Flow {
  readonly from: number;
  readonly to: number;
  readonly customers: number;
  /** Where they differ most from those who stayed; null where they hardly do, or nobody stayed. */
  readonly differs: Difference | null;
}

/** A column in which movers and those who stayed differ. Means are in the file's units. */
export interface Difference {
  readonly column: string;
  readonly movers: number;
  readonly stayers: number;
  /** (movers - stayers) / standard deviation of all customers in both runs. */
  readonly z: number;
}
