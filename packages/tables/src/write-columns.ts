import { checkAddedRows, checkCodes } from "./output/added-cells.ts";
import { refuseExisting, writeAtomically } from "./output/atomic-file.ts";
import { textOfCell, writeColumnCells } from "./output/column-cells.ts";
import { outputType } from "./output/output-type.ts";
import type { AddedColumn, Table } from "./table.ts";

export interface WriteColumnsOptions {
  /** The table whose rows and columns are written. */
  readonly table: Table;
  /** Columns to put after them; default none. */
  readonly added?: readonly AddedColumn[];
  /** Write CSV as Excel opens it well; default false. */
  readonly excel?: boolean;
  /** Replace an existing file; default false. */
  readonly overwrite?: boolean;
  /** Aborting rejects with the signal's reason and leaves nothing behind. */
  readonly signal?: AbortSignal;
}

/**
 * Writes a table held in memory and the added columns, in the way of `writeTable` and with the same errors, without
 * needing DuckDB but for Parquet. Numbers are written in their shortest form (to Parquet as DOUBLE, dates as DATE or
 * TIMESTAMP), cells without a value empty.
 *
 * Throws also NOT_HELD for a column whose values are not in memory (type "identifier").
 */
export async function writeColumns(out: string, options: WriteColumnsOptions): Promise<void> {
  const { table, added = [], excel = false, overwrite = false, signal } = options;
  const type = outputType(out, excel);
  for (const column of table.columns) textOfCell(column); // refuses what is not held
  checkAddedRows(added, table.rows, "The table");
  checkCodes(
    added.map(({ codes }) => codes),
    added,
    0,
  );
  await refuseExisting(out, overwrite);
  await writeAtomically(
    out,
    overwrite,
    async (file, temporary) => {
      if (type.format === "csv") return writeColumnCells(file, type, table, added, signal);
      const { writeColumnParquet } = await import("./output/column-parquet.ts"); // may need DuckDB
      return writeColumnParquet(temporary, out, table, added, signal);
    },
    signal,
  );
}
