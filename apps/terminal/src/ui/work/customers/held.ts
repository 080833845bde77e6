import type { Places } from "./protocol.ts";
import type { Texts } from "./texts.ts";

/** What is kept for questions about customers. */
export interface HeldCustomers {
  /** Of the run asked about last. */
  readonly places: Places | null;
  /** Texts that are not in the table, by the index of their column. */
  readonly texts: ReadonlyMap<number, Texts>;
}

export const HELD_NO_CUSTOMERS: HeldCustomers = { places: null, texts: new Map() };
