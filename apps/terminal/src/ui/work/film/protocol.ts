import type { FitIteration } from "@kentro/core";

/** A run of k-means from one start, on the points of a finished run and with its k, told iteration by iteration. */
export interface FilmRequest {
  readonly type: "film";
  readonly id: number;
  readonly run: number;
  readonly seed: number;
}

/** The iterations that are done, at most ten times a second; at last the film. */
export type FilmReply =
  | {
      readonly type: "filmed";
      readonly id: number;
      readonly part: "recording";
      readonly steps: readonly FitIteration[];
    }
  | { readonly type: "filmed"; readonly id: number; readonly part: "film"; readonly film: Film };

/** K-means from its starting centroids to its end. The arrays of customers lie in shared memory. */
export interface Film {
  readonly run: number;
  readonly seed: number;
  readonly k: number;
  /** Customers clustered. */
  readonly rows: number;
  /** Of how many of them one is drawn. */
  readonly every: number;
  /** Where the customers that are drawn lie. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly axes: FilmAxes;
  /** What each iteration did, the first at index 0: of all, whether they have a frame or not. */
  readonly steps: readonly FitIteration[];
  /** Where the centroids start. */
  readonly start: Places;
  /** In the order of their iterations; those of a long run have gaps. */
  readonly frames: readonly FilmFrame[];
  /** Every how many iterations there is a frame, after the first ones. */
  readonly stride: number;
  readonly clusters: readonly FilmCluster[];
  /** At the end. */
  readonly inertia: number;
  /** Of the segments of the run. */
  readonly best: number;
  /** Whether those were merged or split by hand. */
  readonly edited: boolean;
  /** Whether it ended by itself, and not because its iterations were used up. */
  readonly converged: boolean;
}

/** What lies along and up the picture. */
export interface FilmAxes {
  /** Whether they are columns in their own units, or principal components. */
  readonly along: "columns" | "components";
  readonly x: string;
  /** Null where customers have one number only: they are then spread out upward to be seen. */
  readonly y: string | null;
}

/** Where the centroids are, cluster by cluster. */
export interface Places {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** One iteration: customers join the nearest centroid, then each centroid moves to the mean of its customers. */
export interface FilmFrame {
  /** Counted from 1. */
  readonly iteration: number;
  readonly before: Places;
  readonly after: Places;
  /** The `slot` of the cluster of each customer that is drawn. */
  readonly slots: Uint16Array;
  /** Those of them that changed their cluster, as indices; none in the first iteration, where all get their first. */
  readonly changed: Int32Array;
  /** How many of the customers drawn each cluster has. */
  readonly sizes: readonly number[];
}

/** A cluster of the film, in the order of its centroids. */
export interface FilmCluster {
  /** Its color: the index of the segment that it ends as, or one behind all segments. */
  readonly slot: number;
  readonly letter: string;
  /** The segment that it ends as, where there is one. */
  readonly segment: number | null;
}
