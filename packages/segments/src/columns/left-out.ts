import type { NumericColumn } from "../table.ts";

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

/** The rows (0-based, ascending) with a number in every feature, and those without. */
export function usableRows(
  tableRows: number,
  features: readonly NumericColumn[],
): { readonly rows: Int32Array; readonly leftOut: LeftOut } {
  const rows = new Int32Array(tableRows);
  let used = 0;
  let cellCount = 0;
  const cells: { row: number; feature: number }[] = [];
  for (let row = 0; row < tableRows; row++) {
    let usable = true;
    for (let feature = 0; feature < features.length; feature++) {
      if (!Number.isNaN(features[feature]!.values[row]!)) continue;
      usable = false;
      cellCount++;
      if (cells.length < MOST_CELLS) cells.push({ row, feature });
    }
    if (usable) rows[used++] = row;
  }
  const written = features.map(({ unreadable }) => new Map(unreadable.map(({ row, value }) => [row, value])));
  return {
    rows: rows.slice(0, used),
    leftOut: {
      count: tableRows - used,
      cells: cells.map(({ row, feature }) => ({
        row: row + 1,
        column: features[feature]!.name,
        value: written[feature]!.get(row) ?? "",
      })),
      cellCount,
    },
  };
}
