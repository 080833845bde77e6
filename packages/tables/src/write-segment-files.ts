import { type FileHandle, unlink } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { refuseExisting, writeAtomically } from "./output/atomic-file.ts";
import { withByteWriter } from "./output/byte-writer.ts";
import { CsvCells } from "./output/csv-cells.ts";
import { excelText, withoutFormula } from "./output/formulas.ts";
import { type Part, segmentFileNames } from "./segment-files/file-names.ts";
import { makeFolder } from "./segment-files/folder.ts";
import { holdout } from "./segment-files/holdout.ts";
import { type OverviewCell, overviewRows, type SegmentCounts, type SegmentInFiles } from "./segment-files/overview.ts";
import { uniqueIds } from "./segment-files/unique-ids.ts";

export interface SegmentFilesOptions {
  /** In the order of their codes; no two have one letter. */
  readonly segments: readonly SegmentInFiles[];
  /** The segment of each row, -1 for none. */
  readonly labels: Int32Array;
  /** What the ids are called: the name of the one column. */
  readonly idName: string;
  /** The id of a row; "" where it has none. `textOfCell` makes it of a column. */
  readonly ids: (row: number) => string;
  /** The share of each segment, 0 to 1, that is left in peace to compare with: two files for each segment. Default: none. */
  readonly holdout?: number;
  /** Of the draw; a whole number from 0 to 2^53 - 1, default 0. */
  readonly seed?: number;
  /** Write CSV as Excel opens it well; default false. */
  readonly excel?: boolean;
  /** Replace files that exist; default false. Others in the folder stay in any case. */
  readonly overwrite?: boolean;
  /** Aborting rejects with the signal's reason and leaves nothing new behind. */
  readonly signal?: AbortSignal;
}

/** One of the files written. */
export interface SegmentFile {
  readonly path: string;
  /** Index into `segments`. */
  readonly segment: number;
  readonly part: Part;
  /** How many are in it. */
  readonly ids: number;
}

/** What was written, and what was not. */
export interface SegmentFiles {
  readonly files: readonly SegmentFile[];
  readonly overview: string;
  /** Rows of a segment that have no id. */
  readonly missingIds: number;
  /** Rows of a segment whose id an earlier row has: an id is written once, into the segment where it comes first. */
  readonly repeatedIds: number;
}

const ROWS_AT_ONCE = 2048;

/**
 * Writes a folder of customer lists: for each segment a CSV file of ids under one column name, such as
 * `segment-A-high-income-low-spending.csv`, and `overview.csv` with segment, name, customers and share (and value_total and
 * value_share where they are known). The folder is made where there is none.
 *
 * With `holdout` each segment has two files, `...-contact.csv` and `...-control.csv`: exactly `round(holdout * ids)` of its
 * customers are drawn for the second, by their ids and the seed alone, so that the order of rows does not matter.
 *
 * Every file appears whole or not at all, and where one cannot be written those that are new are taken away again.
 * Throws TablesError: EXISTS before anything is written, IS_DIRECTORY, NOT_A_FILE, NO_FOLDER, NO_PERMISSION, DISK_FULL,
 * WRITE_FAILED.
 */
export async function writeSegmentFiles(folder: string, options: SegmentFilesOptions): Promise<SegmentFiles> {
  const { segments, labels, holdout: share, seed = 0, excel = false, overwrite = false, signal } = options;
  if (share !== undefined && !(share >= 0 && share <= 1)) {
    throw new RangeError(`Expected a holdout from 0 to 1, got ${share}`);
  }
  const { ids, missing, repeated } = await uniqueIds(labels, segments.length, options.ids, signal);
  const lists = segmentFileNames(segments).flatMap((fileName, segment) =>
    partsOf(ids[segment], share, seed).map(([part, each]) => {
      return { path: join(folder, fileName(part)), segment, part, ids: each };
    }),
  );
  const overview = join(folder, "overview.csv");
  const rows = overviewRows(segments, countsOf(labels, segments.length, lists), share !== undefined);
  const tables: readonly CsvTable[] = [
    ...lists.map((list) => ({ path: list.path, rows: idRows(options.idName, list.ids, excel) })),
    { path: overview, rows: rows.map((row) => row.map((cell) => overviewText(cell, excel))) },
  ];

  const takeFolderAway = await makeFolder(folder);
  const fresh: string[] = [];
  try {
    const existing = await Promise.all(tables.map(({ path }) => refuseExisting(path, overwrite)));
    for (const [i, table] of tables.entries()) {
      await writeCsv(table, excel, overwrite, signal);
      if (existing[i] === null) fresh.push(table.path);
    }
  } catch (error) {
    await Promise.all(fresh.map((path) => unlink(path).catch(() => {})));
    await takeFolderAway();
    throw error;
  }
  return {
    files: lists.map((list) => ({ ...list, ids: list.ids.length })),
    overview,
    missingIds: missing,
    repeatedIds: repeated,
  };
}

interface CsvTable {
  readonly path: string;
  readonly rows: Iterable<readonly string[]>;
}

function partsOf(
  ids: readonly string[],
  share: number | undefined,
  seed: number,
): (readonly [Part, readonly string[]])[] {
  if (share === undefined) return [["all", ids]];
  const drawn = holdout(ids, share, seed);
  return [
    ["contact", ids.filter((_, i) => drawn[i] === 0)],
    ["control", ids.filter((_, i) => drawn[i] === 1)],
  ];
}

function countsOf(
  labels: Int32Array,
  segments: number,
  lists: readonly { readonly segment: number; readonly part: Part; readonly ids: readonly string[] }[],
): SegmentCounts[] {
  const customers = new Float64Array(segments);
  for (const label of labels) if (label >= 0) customers[label]++;
  const idsIn = (segment: number, part: Part): number =>
    lists.find((list) => list.segment === segment && list.part === part)?.ids.length ?? 0;
  return Array.from(customers, (count, segment) => {
    return { customers: count, contact: idsIn(segment, "contact"), control: idsIn(segment, "control") };
  });
}

function* idRows(name: string, ids: readonly string[], excel: boolean): Generator<readonly string[]> {
  yield [excel ? excelText(name, null) : name];
  for (const id of ids) yield [excel ? excelText(id, null) : id];
}

function overviewText(cell: OverviewCell, excel: boolean): string {
  if (typeof cell === "string") return withoutFormula(cell);
  if (cell === null) return "";
  return excel ? excelText(String(cell), "point") : String(cell);
}

async function writeCsv(
  { path, rows }: CsvTable,
  excel: boolean,
  overwrite: boolean,
  signal?: AbortSignal,
): Promise<void> {
  const write = (file: FileHandle): Promise<void> =>
    withByteWriter(file, false, async (writer) => {
      const cells = new CsvCells(writer, { delimiter: excel ? ";" : ",", excel });
      let written = 0;
      for (const row of rows) {
        for (const cell of row) cells.text(cell);
        cells.endRow();
        if (++written % ROWS_AT_ONCE > 0) continue;
        await writer.flushWhenFull();
        await setImmediate(); // a signal can be aborted only between turns of the event loop
        signal?.throwIfAborted();
      }
    });
  await writeAtomically(path, overwrite, write, signal);
}
