import type { BadCell, Column, Table } from "../table.ts";

/** Cells of a made column: null is an empty cell. */
type Cells = readonly (number | null)[] | readonly (string | null)[];

/** A table from cells by column name. A column of numbers and nothing else is numeric, any other is text. */
export function tableOf(columns: Readonly<Record<string, Cells>> | readonly (readonly [string, Cells])[]): Table {
  const entries = Array.isArray(columns) ? (columns as readonly (readonly [string, Cells])[]) : Object.entries(columns);
  const made = entries.map(([name, cells]) => columnOf(name, cells));
  return { rows: entries[0]?.[1].length ?? 0, columns: made };
}

/** The table with the cells of a numeric column unreadable where `bad` says so. */
export function withUnreadable(table: Table, name: string, bad: readonly BadCell[]): Table {
  const columns = table.columns.map((column): Column => {
    if (column.name !== name || column.type !== "numeric") return column;
    const values = column.values.slice();
    for (const { row } of bad) values[row] = Number.NaN;
    return { ...column, values, unreadable: bad, unreadableCount: bad.length };
  });
  return { ...table, columns };
}

/** The rows of a table in another order: row i of the result is row `order[i]` of the table. */
export function reordered(table: Table, order: readonly number[]): Table {
  const columns = table.columns.map((column): Column => {
    if (column.type === "numeric") return { ...column, values: Float64Array.from(order, (row) => column.values[row]!) };
    if (column.type === "text") return { ...column, codes: Int32Array.from(order, (row) => column.codes[row]!) };
    return column;
  });
  return { rows: order.length, columns };
}

function columnOf(name: string, cells: Cells): Column {
  const missing = cells.filter((cell) => cell === null).length;
  if (cells.every((cell) => cell === null || typeof cell === "number")) {
    const values = Float64Array.from(cells, (cell) => cell ?? Number.NaN);
    return { name, type: "numeric", values, missing, unreadable: [], unreadableCount: 0 };
  }
  const categories = [...new Set(cells.filter((cell) => cell !== null).map(String))];
  const codes = Int32Array.from(cells as readonly (string | null)[], (cell) =>
    cell === null ? -1 : categories.indexOf(cell),
  );
  return { name, type: "text", codes, categories, missing };
}
