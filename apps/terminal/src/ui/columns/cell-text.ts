import { type Column, dateText } from "@kentro/segments";
import { asWritten } from "../../text/number.ts";
import { cellsOf, visible } from "../../text/visible.ts";
import { type Texts, textOfRow } from "../work/customers/texts.ts";
import { type ColumnFacts, NOT_HELD } from "../work/protocol.ts";

/** What stands for an empty cell. */
export const EMPTY = "–";

/** Texts that are not in the table: those of the column, that they are on their way, or that nobody has them. */
export type Beside = Texts | "reading" | "none";

/** What a cell of the file says: numbers as they are, text as it stands, and in words what is not there. */
export function cellText(column: Column, row: number, beside: Beside = "none"): string {
  switch (column.type) {
    case "numeric":
      return numberText(column, row, asWritten);
    case "date":
      return numberText(column, row, dateText);
    case "text":
      return column.categories[column.codes[row]!] ?? EMPTY;
    case "identifier":
      if (beside === "none") return NOT_HELD;
      return beside === "reading" ? "…" : (textOfRow(beside, row) ?? EMPTY);
    default:
      return column satisfies never;
  }
}

/** The cells that a column would take to show all that is in it. */
export function naturalWidth(column: Column, facts: ColumnFacts, beside: Beside): number {
  const cells = typeof beside === "string" ? facts.cells : beside.cells;
  return Math.max(cellsOf(visible(column.name)), cells);
}

function numberText(
  { values, unreadable }: Extract<Column, { type: "numeric" | "date" }>,
  row: number,
  write: (value: number) => string,
): string {
  const value = values[row]!;
  if (!Number.isNaN(value)) return write(value);
  return unreadable.find((cell) => cell.row === row)?.value ?? EMPTY;
}
