import { type FileHandle, stat } from "node:fs/promises";
import type { Connection } from "./duckdb/connection.ts";
import { type Input, inputPaths } from "./input/input.ts";
import { AddedCells } from "./output/added-cells.ts";
import { refuseExisting, writeAtomically } from "./output/atomic-file.ts";
import { ByteWriter } from "./output/byte-writer.ts";
import { CsvCells } from "./output/csv-cells.ts";
import { delimiterFor } from "./output/output-type.ts";
import { type Source, textsOf } from "./source/source.ts";
import { withSource } from "./source/with-source.ts";
import type { AddedColumn } from "./table.ts";
import { shownPath, TablesError } from "./tables-error.ts";

export interface WriteTableOptions {
  /** The table whose rows and columns are written, as `readTable` reads it. */
  readonly source: Input;
  /** The condition on rows that `readTable` was given: the same rows are written. */
  readonly where?: string;
  /** Columns to put after them, a code for each of the source's rows. */
  readonly added: readonly AddedColumn[];
  /** Replace an existing file; default false. */
  readonly overwrite?: boolean;
  /** Aborting rejects with the signal's reason and leaves nothing behind. */
  readonly signal?: AbortSignal;
}

/**
 * Writes every row and column of the source file, in its order and with its text as it stands, and the added columns,
 * to `out`: CSV, or TSV where `out` ends in .tsv; UTF-8, LF, a header. The file appears whole or not at all.
 *
 * An added column whose name the source has already (whatever the case) is written as name_2. Added text that a
 * spreadsheet would take for a formula (= + - @ tab return) gets an apostrophe before it; the file's own is kept.
 * Parquet and JSON cells are written as the text that `readTable` sees.
 *
 * Throws TablesError: what `readTable` throws for the source, and EXISTS, SAME_FILE, OUTPUT_TYPE, NO_FOLDER,
 * NO_PERMISSION, DISK_FULL, WRITE_FAILED, and ROWS_CHANGED where the source no longer has as many rows as there are codes.
 */
export async function writeTable(out: string, options: WriteTableOptions): Promise<void> {
  const { source: input, where, added, overwrite = false, signal } = options;
  const delimiter = delimiterFor(out);
  for (const path of await inputPaths(input)) await refuseSameFile(out, path);
  await refuseExisting(out, overwrite);
  await withSource({ source: input, where }, signal, (source, connection, file) => {
    const addedCells = new AddedCells(source.names, added);
    const write = async (target: FileHandle): Promise<void> => {
      const writer = new ByteWriter(target);
      const rows = await writeRows(source, connection, addedCells, writer, new CsvCells(writer, delimiter));
      addedCells.checkRows(rows, file.name);
    };
    return writeAtomically(out, overwrite, write, signal);
  });
}

async function writeRows(
  source: Source,
  connection: Connection,
  added: AddedCells,
  writer: ByteWriter,
  cells: CsvCells,
): Promise<number> {
  for (const name of source.header) cells.text(name);
  added.writeNames(cells);
  cells.endRow();
  const all = source.names.map((_, i) => i);
  let rows = 0;
  for await (const chunk of connection.chunks(textsOf(source, all))) {
    const columns = all.map((i) => chunk.texts(i));
    for (let row = 0; row < chunk.rows; row++) {
      for (const column of columns) {
        if (column.holds(row)) cells.cell(column.bytes(row), column.start(row), column.end(row));
        else cells.emptyCell();
      }
      added.writeRow(cells, rows + row);
      cells.endRow();
    }
    rows += chunk.rows;
    await writer.flushWhenFull();
  }
  await writer.flush();
  return rows;
}

async function refuseSameFile(out: string, source: string): Promise<void> {
  const [target, origin] = await Promise.all([stat(out).catch(() => null), stat(source).catch(() => null)]);
  if (target === null || origin === null) return;
  if (target.ino === origin.ino && target.dev === origin.dev) {
    throw new TablesError(
      "SAME_FILE",
      `${shownPath(out)} is the file that is read: write to another, so that it stays as it is.`,
    );
  }
}
