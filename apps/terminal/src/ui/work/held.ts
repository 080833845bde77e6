import type { Segmentation, SegmentOptions, Table } from "@kentro/segments";
import { CommandError } from "../../command/failure.ts";
import type { Source } from "../../command/source.ts";
import { HELD_NO_CUSTOMERS, type HeldCustomers } from "./customers/held.ts";
import type { Stamps } from "./files/stamp.ts";
import type { Members, Settings } from "./protocol.ts";

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
  /** Of the files that it was read from. */
  stamps: Stamps;
  /** By the id of their requests, in the order they were found. */
  runs: ReadonlyMap<number, Run>;
  customers: HeldCustomers;
}

export const HELD_NOTHING: Held = {
  source: null,
  table: null,
  stamps: new Map(),
  runs: new Map(),
  customers: HELD_NO_CUSTOMERS,
};

/** Keeps a run, and of the others those that differ in names alone from it or from one that is still `wanted`. */
export function keep(held: Held, id: number, run: Run, wanted: readonly number[]): void {
  const runs = [...held.runs, [id, run] as const];
  const kept = new Set([run, ...wanted.map((each) => held.runs.get(each))].map((each) => each?.groups));
  held.runs = new Map(runs.filter(([, { groups }]) => kept.has(groups)));
}

/** The table that was read, and the way back to its rows. Throws where none was since the worker began. */
export function readTable({ source, table }: Held): { readonly source: Source; readonly table: Table } {
  if (source === null || table === null)
    throw new CommandError("input", "The table has to be read again first: r reads it.");
  return { source, table };
}

/** A run by its id. Throws where it is not kept. */
export function runOf({ runs }: Held, id: number): Run {
  const run = runs.get(id);
  if (run === undefined) throw new CommandError("input", "These segments are not kept any more: r finds them again.");
  return run;
}
