/** How far a computation is. A record for each event, not a line of text: what is shown, and how often, is the caller's. */
export interface Progress {
  /**
   * What is being done. "swapping" is the exchange of centroids for rows; "references" are the structureless sets that an
   * elbow is measured against.
   */
  readonly stage: "loading" | "seeding" | "iterating" | "swapping" | "references" | "silhouette";
  /** Done of the whole, 0 to 1; null where the whole is not known. It does not fall. */
  readonly fraction: number | null;
  readonly k?: number;
  /** The start under way, counted from 1; absent once the best one is followed to its end. */
  readonly restart?: number;
  /** The starts to be made; absent where that depends on what they find. */
  readonly restarts?: number;
  /** Counted from 1 within the start. */
  readonly iteration?: number;
  /** Of the start under way, in the units of the points; infinite where float64 cannot hold it. */
  readonly inertia?: number;
  /** A k of an elbow that is done: told once for each, in ascending order, as it will be in the curve. */
  readonly point?: CurvePoint;
}

/** What is known of one k of an elbow as soon as it is searched, before what speaks for it as the k of a bend. */
export interface CurvePoint {
  readonly k: number;
  /** In the units of the points. */
  readonly inertia: number;
  /** Mean silhouette; null for one cluster, for as many as rows, or where it was not asked for. */
  readonly silhouette: number | null;
  /** Rows in the smallest cluster. */
  readonly smallest: number;
}

export type OnProgress = (progress: Progress) => void;

/** The part of a whole that some work is: from `start` to `end`, both 0 to 1. */
export interface Share {
  readonly start: number;
  readonly end: number;
}

export const WHOLE: Share = { start: 0, end: 1 };

/** The `index`-th of `count` equal parts of a share. */
export function partOf({ start, end }: Share, index: number, count: number): Share {
  const width = (end - start) / count;
  return { start: start + index * width, end: start + (index + 1) * width };
}
