import { SegmentsError } from "../error.ts";
import { MOST_CATEGORIES } from "../profile/categories.ts";
import { quoted } from "../quoted.ts";
import type { Column, NumericColumn } from "../table.ts";
import { writtenNumber } from "./written-number.ts";

/**
 * The column, if numbers can be had from it.
 * @param rowOffset rows before the first of the column, for errors
 * @throws SegmentsError `NOT_NUMERIC` with the first value that is no number, `EMPTY_COLUMN`
 */
export function checkNumeric(column: Column, rowOffset = 0): NumericColumn {
  const { name } = column;
  if (column.type === "identifier") {
    throw new SegmentsError("NOT_NUMERIC", `Column ${quoted(name)} holds text, not numbers.`, { column: name });
  }
  if (column.type === "date") {
    const message = `Column ${quoted(name)} holds dates, not numbers: days since a date would be a number.`;
    throw new SegmentsError("NOT_NUMERIC", message, { column: name });
  }
  if (column.type === "text") {
    const code = column.categories.findIndex((value) => value.trim() === "" || !Number.isFinite(Number(value)));
    // Text that reads as numbers throughout is text because its reader says so.
    const found = column.codes.indexOf(Math.max(code, 0));
    if (found < 0) throw new SegmentsError("EMPTY_COLUMN", `Column ${quoted(name)} is empty.`, { column: name });
    const value = quoted(column.categories[Math.max(code, 0)]!);
    const row = found + rowOffset + 1;
    const cure = cureOf(column.categories);
    const message = `Column ${quoted(name)} holds text, not numbers: row ${row} has ${value}.${cure}`;
    throw new SegmentsError("NOT_NUMERIC", message, { row, column: name });
  }
  if (column.values.length > 0 && column.values.every(Number.isNaN)) {
    const [bad] = column.unreadable;
    const first = bad === undefined ? "" : `; row ${bad.row + rowOffset + 1} has ${quoted(bad.value)}`;
    const message = `Column ${quoted(name)} has no number in it: every cell is empty or unreadable${first}.`;
    throw new SegmentsError("EMPTY_COLUMN", message, { column: name });
  }
  return column;
}

function cureOf(categories: readonly string[]): string {
  if (writtenNumber(categories) !== undefined) return " Write its numbers like 1234.5.";
  const few = categories.length >= 2 && categories.length <= MOST_CATEGORIES;
  return few ? " It can be clustered by as a category: name it in categorical." : "";
}
