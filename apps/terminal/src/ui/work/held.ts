import type { Segmentation, SegmentOptions, Table } from "@kentro/segments";
import type { Source } from "../../command/source.ts";
import { HELD_NO_CUSTOMERS, type HeldCustomers } from "./customers/held.ts";
import type { Members, Settings } from "./protocol.ts";

/** Runs of so many different partitions are kept: a few more than the UI can compare. */
const MOST_PARTITIONS = 12;

/** A finished run, whole. */
export interface Run {
  readonly settings: Settings;
  /** What @kentro/segments was given. */
  readonly options: SegmentOptions;
  readonly found: Segmentation;
  readonly groups: Groups;
}

/** Who is in which segment, in shared memory: runs that differ in names alone have the same. */
export interface Groups {
  readonly labels: Int32Array;
  readonly members: Members;
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

/** Keeps a run, and lets those of the oldest partition go. */
export function keep(held: Held, id: number, run: Run): void {
  const runs = [...held.runs, [id, run] as const];
  const latest = new Set(runs.map(([, { groups }]) => groups).toReversed());
  const kept = new Set([...latest].slice(0, MOST_PARTITIONS));
  held.runs = new Map(runs.filter(([, { groups }]) => kept.has(groups)));
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
