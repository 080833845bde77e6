/** Which customers of a run, and in which order. */
export interface CustomersRequest {
  readonly type: "customers";
  readonly id: number;
  readonly run: number;
}

/** The rows (0-based) that were asked for, in order. */
export interface CustomersReply {
  readonly type: "customers";
  readonly id: number;
  readonly rows: Int32Array;
}
