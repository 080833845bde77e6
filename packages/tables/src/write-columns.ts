import type { FileHandle } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import { dateText } from "./columns/date-text.ts";
import { AddedCells } from "./output/added-cells.ts";
import { refuseExisting, writeAtomically } from "./output/atomic-file.ts";
import { ByteWriter } from "./output/byte-writer.ts";
import { CsvCells } from "./output/csv-cells.ts";
import { delimiterFor } from "./output/output-type.ts";
import type { AddedColumn, Column, Table } from "./table.ts";
import { shown, TablesError } from "./tables-error.ts";

export interface WriteColumnsOptions {
  /** The table whose rows and columns are written. */
  readonly table: Table;
  /** Columns to put after them; default none. */
  readonly added?: readonly AddedColumn[];
  /** Replace an existing file; default false. */
  readonly overwrite?: boolean;
  /** Aborting rejects with the signal's reason and leaves nothing behind. */
  readonly signal?: AbortSignal;
}

const ROWS_AT_ONCE = 2048;

/**
 * Writes a table held in memory and the added columns, in the way of `writeTable` and with the same errors, without
 * needing DuckDB. Numbers are written in their shortest form, cells without a value empty.
 *
 * Throws also NOT_HELD for a column whose values are not in memory (type "identifier").
 */
export async function writeColumns(out: string, options: WriteColumnsOptions): Promise<void> {
  const { table, added = [], overwrite = false, signal } = options;
  const delimiter = delimiterFor(out);
  const cellText = table.columns.map(textOfCell);
  const addedCells = new AddedCells(
    table.columns.map((column) => column.name),
    added,
  );
  addedCells.checkRows(table.rows, "The table");
  await refuseExisting(out, overwrite);
  const write = async (file: FileHandle): Promise<void> => {
    const writer = new ByteWriter(file);
    const cells = new CsvCells(writer, delimiter);
    for (const column of table.columns) cells.text(column.name);
    addedCells.writeNames(cells);
    cells.endRow();
    for (let row = 0; row < table.rows; row++) {
      for (const text of cellText) cells.text(text(row));
      addedCells.writeRow(cells, row);
      cells.endRow();
      if (row % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) {
        await writer.flushWhenFull();
        await setImmediate(); // a signal can be aborted only between turns of the event loop
        signal?.throwIfAborted();
      }
    }
    await writer.flush();
  };
  await writeAtomically(out, overwrite, write, signal);
}

function textOfCell(column: Column): (row: number) => string {
  switch (column.type) {
    case "numeric":
      return (row) => (Number.isNaN(column.values[row]) ? "" : String(column.values[row]));
    case "text":
      return (row) => column.categories[column.codes[row]] ?? "";
    case "date":
      return (row) => (Number.isNaN(column.values[row]) ? "" : dateText(column.values[row]));
    case "identifier":
      throw new TablesError(
        "NOT_HELD",
        `Column "${shown(column.name)}" has too many different values to be held in memory: write from its file instead.`,
        { column: column.name },
      );
  }
}
