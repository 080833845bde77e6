/** A marketing suggestion for a segment, with what it follows from. */
export interface Suggestion {
  /** "Keep them" */
  readonly title: string;
  /** A sentence or two on what to do. */
  readonly advice: string;
  /** The traits of the segment that it follows from: "spending score 82 (all customers: 50)". */
  readonly because: readonly string[];
}
