import type { FeatureColumn } from "./feature-column.ts";

/** A cell that kept its row from being used. */
export interface LeftOutCell {
  /** The data row, counted as people do: the first row after the header is 1. */
  readonly row: number;
  readonly column: string;
  /** The cell as the file has it; "" where it is missing: empty, or a word that means as much, such as NA. */
  readonly value: string;
}

/** Rows that could not be used: those with an empty or unreadable cell in a feature. */
export interface LeftOut {
  /** How many rows. */
  readonly count: number;
  /** The first 1,000 cells at fault, row by row. */
  readonly cells: readonly LeftOutCell[];
  /** How many cells are at fault, listed or not. */
  readonly cellCount: number;
}

const MOST_CELLS = 1000;

/**
 * The rows (0-based, ascending) with a value in every one of these columns, and those without.
 * @param rowOffset rows before the first of the table
 */
export function usableRows(
  tableRows: number,
  columns: readonly FeatureColumn[],
  rowOffset = 0,
): { readonly rows: Int32Array; readonly leftOut: LeftOut } {
  const faulty = new Uint8Array(tableRows);
  let cellCount = 0;
  for (const column of columns) cellCount += mark(column, faulty);
  const rows = new Int32Array(tableRows);
  const cells: LeftOutCell[] = [];
  const written = new Map(columns.map((column) => [column, writtenCells(column)]));
  let used = 0;
  for (let row = 0; row < tableRows; row++) {
    if (faulty[row] === 0) {
      rows[used++] = row;
      continue;
    }
    for (const column of columns) {
      if (cells.length === MOST_CELLS) break;
      if (!isMissing(column, row)) continue;
      const value = written.get(column)?.get(row) ?? "";
      cells.push({ row: row + rowOffset + 1, column: column.name, value });
    }
  }
  const count = tableRows - used;
  return { rows: count === 0 ? rows : rows.slice(0, used), leftOut: { count, cells, cellCount } };
}

/** Marks the rows without a value, and counts them. */
function mark(column: FeatureColumn, faulty: Uint8Array): number {
  let count = 0;
  if (column.type === "numeric") {
    const { values } = column;
    for (let row = 0; row < values.length; row++) {
      if (!Number.isNaN(values[row]!)) continue;
      faulty[row] = 1;
      count++;
    }
    return count;
  }
  const { codes } = column;
  for (let row = 0; row < codes.length; row++) {
    if (codes[row]! >= 0) continue;
    faulty[row] = 1;
    count++;
  }
  return count;
}

function isMissing(column: FeatureColumn, row: number): boolean {
  return column.type === "numeric" ? Number.isNaN(column.values[row]!) : column.codes[row]! < 0;
}

function writtenCells(column: FeatureColumn): ReadonlyMap<number, string> {
  return new Map(column.type === "numeric" ? column.unreadable.map(({ row, value }) => [row, value]) : []);
}
