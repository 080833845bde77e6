import type { Regrouping } from "@kentro/segments";

/** Where the customers of a run lie along the two directions in which they vary most. */
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
  /** Zeros where there is one component only. */
  readonly y: Float64Array;
  /** Shares of the variance, 0 to 1, one for each component there is. */
  readonly explained: readonly number[];
}

/** What a merge or a split of a run's segments would do. */
export interface CostRequest {
  readonly type: "cost";
  readonly id: number;
  readonly run: number;
  readonly edit: Regrouping;
}

export interface CostReply {
  readonly type: "cost";
  readonly id: number;
  readonly edit: Regrouping;
  /** What it would do, in a sentence. */
  readonly words: string;
}
