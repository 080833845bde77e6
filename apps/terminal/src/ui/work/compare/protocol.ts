/** What changed from one run to another. */
export interface CompareRequest {
  readonly type: "compare";
  readonly id: number;
  readonly before: number;
  readonly after: number;
}

/** How far two runs agree. */
export interface CompareReply {
  readonly type: "compared";
  readonly id: number;
}
