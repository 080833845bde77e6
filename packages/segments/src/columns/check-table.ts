import { SegmentsError } from "../error.ts";
import { quoted } from "../quoted.ts";
import type { Table } from "../table.ts";

/** Throws `INVALID_TABLE` unless every column has `rows` cells, every name is there once and every code has its category. */
export function checkTable(table: Table): void {
  if (!Number.isSafeInteger(table.rows) || table.rows < 0) {
    throw new SegmentsError("INVALID_TABLE", `Expected rows to be a whole number from 0, got ${table.rows}.`);
  }
  const names = new Set<string>();
  for (const column of table.columns) {
    const { name } = column;
    if (names.has(name)) {
      throw new SegmentsError("INVALID_TABLE", `Two columns are named ${quoted(name)}: rename one of them.`, {
        column: name,
      });
    }
    names.add(name);
    if (column.type === "identifier") continue;
    const cells = column.type === "text" ? column.codes : column.values;
    if (cells.length !== table.rows) {
      const counts = `${cells.length} cells where the table has ${table.rows} rows`;
      throw new SegmentsError("INVALID_TABLE", `Column ${quoted(name)} has ${counts}.`, { column: name });
    }
    if (column.type === "text") checkCodes(name, column.codes, column.categories.length);
  }
}

function checkCodes(column: string, codes: Int32Array, categories: number): void {
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code < -1 || code >= categories) {
      const message = `Column ${quoted(column)}, row ${row + 1}: code ${code} has no category (there are ${categories}).`;
      throw new SegmentsError("INVALID_TABLE", message, { row: row + 1, column });
    }
  }
}
