import type { Places } from "../../work/customers/protocol.ts";
import type { Query } from "../../work/customers/query.ts";
import type { Texts } from "../../work/customers/texts.ts";
import type { Condition, Order } from "./filter/condition.ts";

/** Which customers are to be shown, and in which order. */
export interface Filter {
  /** Any cell has it as a part; "" finds all. */
  readonly search: string;
  /** All of them hold. */
  readonly conditions: readonly Condition[];
  /** Only customers that are about as close to another segment. */
  readonly borderline: boolean;
  /** Null: as in the file. */
  readonly order: Order | null;
}

/** What the worker was asked. */
export interface AskedRows {
  readonly id: number;
  readonly run: number;
  readonly query: Query;
  /** Whether texts that are read beside the table were there to be searched. */
  readonly withTexts: boolean;
  /** Whether no answer will come: the work failed. */
  readonly failed: boolean;
}

/** What the screen itself remembers. */
export interface CustomersState {
  readonly filter: Filter;
  /** Index of the customer under the cursor, among those shown. */
  readonly cursor: number;
  /** The row (0-based) of that customer, to find it again among others; null where there is none. */
  readonly row: number | null;
  /** Columns that are scrolled out to the left. */
  readonly scrolled: number;
  /** Whether the customer under the cursor has the screen alone, and how many lines of it are scrolled out; null in the list. */
  readonly one: { readonly top: number } | null;
  /** The question that was sent last. */
  readonly asked: AskedRows | null;
  /** The rows that came for a question, and its id. */
  readonly answer: { readonly id: number; readonly rows: Int32Array } | null;
  readonly places: Places | null;
  /** Texts beside the table by the index of their column, and the id of the request for them; null before it. */
  readonly texts: { readonly id: number; readonly held: ReadonlyMap<number, Texts> | null } | null;
}

export const EVERYBODY: Filter = { search: "", conditions: [], borderline: false, order: null };

export const INITIAL_CUSTOMERS: CustomersState = {
  ...{ filter: EVERYBODY, cursor: 0, row: null, scrolled: 0, one: null },
  ...{ asked: null, answer: null, places: null, texts: null },
};
