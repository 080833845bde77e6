/** What the screen of segments asks for beside a run. */
export interface ComponentsRequest {
  readonly type: "components";
  readonly id: number;
  readonly run: number;
}

/** Where each row lies along the two principal components, NaN where it has no segment. */
export interface ComponentsReply {
  readonly type: "components";
  readonly id: number;
  readonly run: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Shares of the variance, 0 to 1. */
  readonly explained: readonly number[];
}
