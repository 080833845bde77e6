/** A run of k-means, told iteration by iteration. */
export interface FilmRequest {
  readonly type: "film";
  readonly id: number;
  readonly run: number;
  readonly seed: number;
}

/** One iteration, or the end of the run. */
export interface FilmReply {
  readonly type: "filmed";
  readonly id: number;
}
