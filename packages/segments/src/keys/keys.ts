import { SegmentsError } from "../error.ts";
import type { Pace } from "../pace.ts";
import { quoted } from "../quoted.ts";
import type { Column, NumericColumn, TextColumn } from "../table.ts";
import { numberCodes } from "./number-codes.ts";

/** What a column of ids holds: a code for each row, and the id of each code. */
export interface Keys {
  /** -1 where a row has none. */
  readonly codes: Int32Array;
  readonly count: number;
  readonly idOf: (code: number) => string | number;
}

/**
 * The column, if it can tell rows apart: text or numbers.
 * @throws SegmentsError `NOT_IDS`, `EMPTY_COLUMN`
 */
export function checkKeys(column: Column): TextColumn | NumericColumn {
  const { name } = column;
  if (column.type === "date") {
    const message = `Column ${quoted(name)} holds dates, not names or numbers that tell rows apart.`;
    throw new SegmentsError("NOT_IDS", message, { column: name });
  }
  if (column.type === "identifier") {
    const message = `Column ${quoted(name)} was read without its values: read it with them.`;
    throw new SegmentsError("NOT_IDS", message, { column: name });
  }
  const empty = column.type === "text" ? column.codes.every((code) => code < 0) : column.values.every(Number.isNaN);
  if (empty) throw new SegmentsError("EMPTY_COLUMN", `Column ${quoted(name)} is empty.`, { column: name });
  return column;
}

/** The ids of a column. Those of numbers have codes by first appearance. */
export async function keysOf(column: TextColumn | NumericColumn, pace: Pace): Promise<Keys> {
  if (column.type === "text") {
    const { codes, categories } = column;
    return { codes, count: categories.length, idOf: (code) => categories[code]! };
  }
  const { codes, count } = await numberCodes(column.values, pace);
  const numbers = new Float64Array(count);
  for (let row = 0; row < codes.length; row++) if (codes[row]! >= 0) numbers[codes[row]!] = column.values[row]!;
  return { codes, count, idOf: (code) => numbers[code]! };
}
