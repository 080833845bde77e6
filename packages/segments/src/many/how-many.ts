/** What speaks for a number of segments. */
export interface Candidate {
  readonly k: number;
  readonly inertia: number;
  readonly silhouette: number | null;
  /** Mean Jaccard similarity of the segments over resamples, weighted by size; null where it was not computed (k = 1). */
  readonly stability: number | null;
  /** Customers of the smallest segment. */
  readonly smallest: number;
}

/** Elbow, silhouette and stability side by side, what each votes for, and one suggestion. */
export interface HowMany {
  readonly candidates: readonly Candidate[];
  readonly votes: {
    /** Null where the curve has no clear elbow. */
    readonly elbow: number | null;
    /** The best silhouette; null where none is at least 0.25. */
    readonly silhouette: number | null;
    /** The largest k whose mean stability is at least 0.75; null where none is. It never votes for structure by itself. */
    readonly stability: number | null;
  };
  readonly suggestion: number;
  /** A sentence: why this k. */
  readonly reason: string;
  /** A sentence where the votes differ, else null. */
  readonly disagreement: string | null;
}
