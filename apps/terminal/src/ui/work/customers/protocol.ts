import type { Query } from "./query.ts";
import type { Texts } from "./texts.ts";

/** Which customers of a run, and in which order. */
export interface CustomersRequest {
  readonly type: "customers";
  readonly id: number;
  readonly run: number;
  readonly query: Query;
}

/** The rows (0-based) that were asked for, in order. */
export interface CustomersReply {
  readonly type: "customers";
  readonly id: number;
  readonly rows: Int32Array;
}

/** How the customers of a run are placed; told with every answer. */
export interface PlacedReply {
  readonly type: "placed";
  readonly id: number;
  readonly places: Places;
}

/** The texts of columns that have too many different values to be held with the table. */
export interface TextsRequest {
  readonly type: "texts";
  readonly id: number;
  readonly source: string;
  /** Their indexes. */
  readonly columns: readonly number[];
}

/** The columns that were asked for; none where their texts are too large to be held. */
export interface TextsReply {
  readonly type: "texts";
  readonly id: number;
  readonly columns: readonly TextsOfColumn[];
}

/** The texts of one column, by its index in the table. */
export interface TextsOfColumn {
  readonly column: number;
  readonly texts: Texts;
}

/** Where the customers of a run stand: an entry for each row, as `place` of @kentro/segments gives it. */
export interface Places {
  readonly run: number;
  readonly distance: Float64Array;
  readonly second: Int32Array;
  readonly margin: Float64Array;
  /** For each column of the table its mean and standard deviation over the customers used; null without any number. */
  readonly spreads: readonly (Spread | null)[];
}

/** How the numbers of a column spread. */
export interface Spread {
  readonly mean: number;
  readonly deviation: number;
}
