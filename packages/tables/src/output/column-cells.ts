import type { FileHandle } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import type { DecimalMark } from "../cells/written-number.ts";
import { dateText } from "../columns/date-text.ts";
import type { AddedColumn, Column, Table } from "../table.ts";
import { shown, TablesError } from "../tables-error.ts";
import { AddedCells } from "./added-cells.ts";
import { withByteWriter } from "./byte-writer.ts";
import { CsvCells } from "./csv-cells.ts";
import { excelText } from "./formulas.ts";
import type { OutputType } from "./output-type.ts";

const ROWS_AT_ONCE = 2048;

/** Writes columns held in memory, and added ones, as text with delimiters. Assumes as many codes as rows. */
export async function writeColumnCells(
  file: FileHandle,
  { style, gzip }: OutputType & { readonly format: "csv" },
  table: Table,
  added: readonly AddedColumn[],
  signal?: AbortSignal,
): Promise<void> {
  const codes = added.map((column) => column.codes);
  const addedCells = new AddedCells(
    table.columns.map((column) => column.name),
    added,
  );
  const written = (text: string, mark: DecimalMark | null): string => (style.excel ? excelText(text, mark) : text);
  const columns = table.columns.map((column) => {
    return { text: textOfCell(column), mark: column.type === "numeric" ? ("point" as const) : null };
  });
  await withByteWriter(file, gzip, async (writer) => {
    const cells = new CsvCells(writer, style);
    for (const { name } of table.columns) cells.text(written(name, null));
    addedCells.writeNames(cells);
    cells.endRow();
    for (let row = 0; row < table.rows; row++) {
      for (const { text, mark } of columns) cells.text(written(text(row), mark));
      addedCells.writeRow(cells, codes, row);
      cells.endRow();
      if (row % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) {
        await writer.flushWhenFull();
        await setImmediate(); // a signal can be aborted only between turns of the event loop
        signal?.throwIfAborted();
      }
    }
  });
}

/** A column's cells as text, "" where there is none. Throws NOT_HELD for a column whose values are not in memory. */
export function textOfCell(column: Column): (row: number) => string {
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
