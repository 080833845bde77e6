import { type Column, dateText } from "@kentro/segments";
import { asWritten } from "../../../text/number.ts";
import { cellsOf, visible } from "../../../text/visible.ts";
import { NOT_HELD } from "../../work/facts.ts";
import type { ColumnFacts } from "../../work/protocol.ts";

/** What a cell of the file says: numbers as they are, text as it stands, and in words what is not there. */
export function cellText(column: Column, row: number): string {
  switch (column.type) {
    case "numeric": {
      const value = column.values[row]!;
      if (!Number.isNaN(value)) return asWritten(value);
      return column.unreadable.find((cell) => cell.row === row)?.value ?? "–";
    }
    case "date": {
      const value = column.values[row]!;
      if (!Number.isNaN(value)) return dateText(value);
      return column.unreadable.find((cell) => cell.row === row)?.value ?? "–";
    }
    case "text":
      return column.categories[column.codes[row]!] ?? "–";
    case "identifier":
      return NOT_HELD;
    default:
      return column satisfies never;
  }
}

/** The cells that a column would take to show all that is in it. */
export function naturalWidth(column: Column, facts: ColumnFacts): number {
  return Math.max(cellsOf(visible(column.name)), facts.cells);
}
