import type { Segmentation, SegmentOptions, Table } from "@kentro/segments";
import type { Source } from "../../command/source.ts";
import { HELD_NO_CUSTOMERS, type HeldCustomers } from "./customers/held.ts";
import type { Settings } from "./protocol.ts";

/** So many runs are kept: a few more than the UI can go back to. */
const MOST_RUNS = 12;

/** A finished run, whole. */
export interface Run {
  readonly settings: Settings;
  /** What @kentro/segments was given. */
  readonly options: SegmentOptions;
  readonly found: Segmentation;
}

/** What was read and found, for the requests to come. */
export interface Held {
  source: Source | null;
  table: Table | null;
  /** By the id of their requests, in the order they were found. */
  runs: ReadonlyMap<number, Run>;
  customers: HeldCustomers;
}

export const HELD_NOTHING: Held = { source: null, table: null, runs: new Map(), customers: HELD_NO_CUSTOMERS };

/** Keeps a run, and lets the oldest go. */
export function keep(held: Held, id: number, run: Run): void {
  held.runs = new Map([...held.runs, [id, run] as const].slice(-MOST_RUNS));
}

/** The table that was read, and the way back to its rows. Assumes that one was. */
export function readTable({ source, table }: Held): { readonly source: Source; readonly table: Table } {
  if (source === null || table === null) throw new Error("there is no table to work on");
  return { source, table };
}

/** A run by its id. Assumes that it is one of the last. */
export function runOf({ runs }: Held, id: number): Run {
  const run = runs.get(id);
  if (run === undefined) throw new Error("these segments are not kept any more");
  return run;
}
