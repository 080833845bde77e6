import type { Dirent, Stats } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parquetShape } from "./parquet-shape.ts";
import type { FolderEntry, Listing, Shape, TableEntry } from "./protocol.ts";
import type { Recent } from "./recent.ts";
import { shownPath } from "./shown-path.ts";

/** What files of tables are called. A .json is opened by its path, but most are something else: settings, or saved models. */
const TABLE = /\.(?:csv|tsv|txt|parquet|jsonl|ndjson|gz)$/i;
const ARCHIVE = /\.tar\.gz$/i;

const PARQUET = /\.parquet$/i;
/** So many footers are read. */
const MOST_FOOTERS = 100;

/** So many folders and tables are listed. */
const MOST_ENTRIES = 20_000;
/** So many files are asked about at once. */
const AT_ONCE = 64;

/** As people sort names: `9.csv` before `10.csv`, whatever the case. */
const { compare } = new Intl.Collator("en", { numeric: true });

/** Lists a folder. Throws what the file system does, and where `signal` says to stop. */
export async function listFolder(
  folder: string,
  recent: readonly Recent[],
  home: string,
  signal: AbortSignal,
): Promise<Listing> {
  // Links are followed, so that one that leads back into its own folder leads nowhere deeper.
  const path = await realpath(folder);
  const entries = (await readdir(path, { withFileTypes: true })).filter(mayBeListed);
  entries.sort((a, b) => compare(a.name, b.name));
  const known = new Map(recent.map((each) => [each.path, each]));
  const folders: FolderEntry[] = [];
  const tables: TableEntry[] = [];
  const listed = entries.slice(0, MOST_ENTRIES);
  for (let start = 0; start < listed.length; start += AT_ONCE) {
    signal.throwIfAborted();
    const some = listed.slice(start, start + AT_ONCE);
    for (const [i, status] of (await Promise.all(some.map((entry) => statusOf(path, entry)))).entries()) {
      const { name } = some[i]!;
      const entry = { name, path: join(path, name) };
      if (status === "folder") folders.push(entry);
      else if (status !== null) tables.push({ ...entry, ...measured(status, known.get(entry.path)) });
    }
  }
  const parent = dirname(path);
  return {
    ...{ path, shown: shownPath(path, home), parent: parent === path ? null : parent },
    ...{ folders, tables: await withFooters(tables, signal), more: entries.length - listed.length },
  };
}

/** The tables, the newest Parquet files with rows and columns: their footers tell them. */
async function withFooters(tables: readonly TableEntry[], signal: AbortSignal): Promise<readonly TableEntry[]> {
  const unknown = tables.filter(({ name, shape }) => shape === null && PARQUET.test(name));
  const newest = unknown.sort((a, b) => b.modifiedMs - a.modifiedMs).slice(0, MOST_FOOTERS);
  const shapes = new Map<string, Shape | null>();
  for (const { path } of newest) {
    signal.throwIfAborted();
    shapes.set(path, await parquetShape(path));
  }
  return tables.map((table) => ({ ...table, shape: table.shape ?? shapes.get(table.path) ?? null }));
}

/** Size and time of a file, and its rows and columns where they were seen and it is the same still. */
export function measured(
  { size, mtimeMs }: Stats,
  seen: Recent | undefined,
): Pick<TableEntry, "sizeBytes" | "modifiedMs" | "shape"> {
  const isSame = seen?.sizeBytes === size && seen.modifiedMs === mtimeMs;
  const shape = isSame ? { rows: seen.rows, columns: seen.columns } : null;
  return { sizeBytes: size, modifiedMs: mtimeMs, shape };
}

function mayBeListed(entry: Dirent): boolean {
  if (entry.name.startsWith(".")) return false;
  return entry.isDirectory() || entry.isSymbolicLink() || (entry.isFile() && isTable(entry.name));
}

/** Whether a file of that name may hold a table. */
export function isTable(name: string): boolean {
  return TABLE.test(name) && !ARCHIVE.test(name);
}

/** Null for what is neither a folder nor a table, and for a link that leads nowhere. */
async function statusOf(folder: string, entry: Dirent): Promise<Stats | "folder" | null> {
  if (entry.isDirectory()) return "folder";
  const status = await stat(join(folder, entry.name)).catch(() => null);
  if (status?.isDirectory()) return "folder";
  return status?.isFile() && isTable(entry.name) ? status : null;
}
