import { dirname } from "node:path";
import { openConnection } from "../duckdb/connection.ts";
import { identifier, pathLiteral } from "../duckdb/sql-text.ts";
import type { AddedColumn, Column, Table } from "../table.ts";
import { addedNames } from "./added-cells.ts";
import { writeColumnCells } from "./column-cells.ts";
import { writeParquet } from "./parquet-file.ts";
import { withTemporaryFile } from "./temporary-file.ts";

const PLAIN_CSV = { format: "csv", style: { delimiter: ",", excel: false }, gzip: false } as const;

/**
 * Writes columns held in memory, and added ones, to a Parquet file at `path`: numbers as DOUBLE, dates as DATE, or TIMESTAMP
 * where one has a time of day, text as VARCHAR. They reach DuckDB through a temporary file beside it.
 */
export async function writeColumnParquet(
  path: string,
  out: string,
  table: Table,
  added: readonly AddedColumn[],
  signal?: AbortSignal,
): Promise<void> {
  const names = addedNames(
    table.columns.map(({ name }) => name),
    added,
  );
  const texts = added.map(({ codes, categories }, i): Column => {
    return { name: names[i], type: "text", codes, categories, missing: 0 };
  });
  const columns = [...table.columns, ...texts];
  await withTemporaryFile(dirname(path), async (file, cellsPath) => {
    await writeColumnCells(file, PLAIN_CSV, { rows: table.rows, columns }, [], signal);
    const connection = await openConnection([path, cellsPath], signal);
    try {
      await writeParquet(connection, typedCells(cellsPath, columns), path, out);
    } finally {
      connection.close();
    }
  });
}

function typedCells(path: string, columns: readonly Column[]): string {
  const types = columns.map((column, i) => `c${i}: '${parquetType(column)}'`).join(", ");
  const names = columns.map(({ name }, i) => `c${i} AS ${identifier(name)}`).join(", ");
  const options = `auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', new_line = '\\n', parallel = false, compression = 'none', columns = {${types}}`;
  return `SELECT ${names} FROM read_csv(${pathLiteral(path)}, ${options})`;
}

function parquetType(column: Column): "DOUBLE" | "DATE" | "TIMESTAMP" | "VARCHAR" {
  if (column.type === "numeric") return "DOUBLE";
  if (column.type !== "date") return "VARCHAR";
  return column.values.every((days) => Number.isNaN(days) || Number.isInteger(days)) ? "DATE" : "TIMESTAMP";
}
