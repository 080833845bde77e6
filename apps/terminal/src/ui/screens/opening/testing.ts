import { withNeeds } from "../../session.ts";
import { begin } from "../../state/begin.ts";
import { replied } from "../../state/reply.ts";
import type { State } from "../../state/state.ts";
import { still } from "../../state/step.ts";
import type { FilesReply, Listing, RecentFile, TableEntry } from "../../work/files/protocol.ts";

const LOOK = { color: 0, utf8: true, theme: "dark", reader: false } as const;

// The time of the listings.
const NOW = 1_800_000_000_000;
const HOUR = 3_600_000;

export function tableEntry(name: string, hoursAgo = 1, shape: TableEntry["shape"] = null): TableEntry {
  return { name, path: `/shop/${name}`, sizeBytes: 1_234_567, modifiedMs: NOW - hoursAgo * HOUR, shape };
}

export function listing(tables: readonly TableEntry[], folders: readonly string[] = []): Listing {
  const named = folders.map((name) => ({ name, path: `/shop/${name}` }));
  return { path: "/shop", shown: "~/shop", parent: "/", folders: named, tables, more: 0 };
}

const RECENT: RecentFile = {
  ...{ name: "march.csv", path: "/old/march.csv", folder: "/old", sizeBytes: 2048, openedMs: NOW - 26 * HOUR },
  shape: { rows: 4354, columns: 9 },
};

/** What the worker answers to the question that is waited for. */
export function foundFiles(state: State, found: FilesReply["found"], recent: readonly RecentFile[] = []): State {
  const id = state.opening.asked?.id ?? -1;
  const { state: next } = replied(state, { type: "files", id, found, recent, nowMs: NOW });
  return withNeeds(still(next)).state;
}

/** The screen as the program begins with it, before anything is known. */
export function choosing(columns = 80, rows = 24): State {
  return withNeeds(begin(null, { columns, rows }, LOOK)).state;
}

/** The same with two tables, a folder and one opened lately. */
export function choosingFrom(columns = 80, rows = 24): State {
  const tables = [tableEntry("april.csv", 50), tableEntry("may.parquet", 2, { rows: 9, columns: 2 })];
  const found = { kind: "folder", listing: listing(tables, ["archive"]), focus: null } as const;
  return foundFiles(choosing(columns, rows), found, [RECENT]);
}
