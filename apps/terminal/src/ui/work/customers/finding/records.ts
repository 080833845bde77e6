import type { Table } from "@kentro/segments";
import type { Places } from "../protocol.ts";
import type { Texts } from "../texts.ts";

/** All that customers are looked up in. */
export interface Records {
  readonly table: Table;
  /** The segment of each row, -1 for none. */
  readonly labels: Int32Array;
  /** Null where the query does not ask for them. */
  readonly places: Places | null;
  /** Texts that are not in the table, by the index of their column. */
  readonly texts: ReadonlyMap<number, Texts>;
}
