import { SegmentsError } from "../error.ts";
import { quoted } from "../quoted.ts";

/** Beyond this a value is an accident: sums of squares of larger ones would run out of the range of numbers. */
export const LARGEST = 1e100;

/** A value of a row that cannot be computed with. `row` is 0-based. */
export function tooLarge(column: string, row: number, value: number): SegmentsError {
  const message = `Column ${quoted(column)}, row ${row + 1}: ${value} is too large to compute with.`;
  return new SegmentsError("OUT_OF_RANGE", message, { row: row + 1, column });
}

/** A value that has no logarithm. `row` is 0-based. */
export function noLogarithm(column: string, row: number, value: number): SegmentsError {
  const message = `Column ${quoted(column)}, row ${row + 1}: ${value} has no logarithm ln(1 + x), which takes values over -1.`;
  return new SegmentsError("OUT_OF_RANGE", message, { row: row + 1, column });
}
