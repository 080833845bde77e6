import type { Batch } from "./batches/read-batches.ts";
import type { Input } from "./input/input.ts";
import { writeLabelled } from "./labelling/write-labelled.ts";
import { checkAddedRows } from "./output/added-cells.ts";
import type { Opened } from "./source/with-source.ts";
import type { AddedColumn } from "./table.ts";

export interface WriteTableOptions {
  /** The table whose rows and columns are written, as `readTable` reads it. */
  readonly source: Input;
  /** The condition on rows that `readTable` was given: the same rows are written. */
  readonly where?: string | undefined;
  /** Columns to put after them, a code for each of the source's rows. */
  readonly added: readonly AddedColumn[];
  /** Write CSV as Excel opens it well; default false. */
  readonly excel?: boolean;
  /** Replace an existing file; default false. */
  readonly overwrite?: boolean;
  /** Aborting rejects with the signal's reason and leaves nothing behind. */
  readonly signal?: AbortSignal;
}

/**
 * Writes every row and column of the source file, in its order and with its text as it stands, and the added columns,
 * to `out`: CSV, TSV where `out` ends in .tsv, either gzip'd where .gz follows; UTF-8, LF, a header. Where it ends in
 * .parquet, Parquet: columns of a Parquet source keep their types; of any other source those become DOUBLE in which every
 * cell that is not missing is a number, written in one way (not 007, and no more than 2^53), and all others stay text.
 * The file appears whole or not at all.
 *
 * An added column whose name the source has already (whatever the case) is written as name_2. Added text that a
 * spreadsheet would take for a formula (= + - @ tab return) gets an apostrophe before it in CSV; the file's own is kept.
 * Parquet and JSON cells are written to CSV as the text that `readTable` sees.
 *
 * With `excel`, CSV has a byte order mark, semicolons, CRLF and, in columns of numbers, decimal commas; and the file's
 * own cells that Excel would compute and are no numbers get an apostrophe too.
 *
 * Throws TablesError: what `readTable` throws for the source, and EXISTS, SAME_FILE, OUTPUT_TYPE, NO_FOLDER,
 * NO_PERMISSION, DISK_FULL, WRITE_FAILED, and ROWS_CHANGED where the source no longer has as many rows as there are codes.
 */
export async function writeTable(out: string, options: WriteTableOptions): Promise<void> {
  const { source, where, added, excel = false, overwrite = false, signal } = options;
  const different = [...new Set(added.map(({ codes }) => codes))];
  const labelling = {
    columns: {},
    added,
    codes: async ({ firstRow, table: { rows } }: Batch) => {
      const parts = different.map((codes) => codes.subarray(firstRow, firstRow + rows));
      return added.map(({ codes }) => parts[different.indexOf(codes)]);
    },
    checkRows: (rows: number, { name }: Opened) => checkAddedRows(added, rows, name),
  };
  await writeLabelled(out, { source, where }, labelling, { excel, overwrite, signal });
}
