import type { SavedNumericFeature } from "../model/saved-feature.ts";
import type { NumericColumn } from "../table.ts";
import { LARGEST, noLogarithm, tooLarge } from "./refusal.ts";

/** What is done to a number before it is scaled. */
export type Treatment = Pick<SavedNumericFeature, "log" | "clip" | "missing">;

/**
 * The numbers of rows[from..to), replaced where missing, clipped and logged, into `out` from its start.
 * @param rowOffset rows before the first of the column, for errors
 * @throws SegmentsError `OUT_OF_RANGE`
 */
export function treat(
  { name, values }: NumericColumn,
  rows: Int32Array,
  [from, to]: readonly [number, number],
  { log, clip, missing }: Treatment,
  out: Float64Array,
  rowOffset = 0,
): void {
  const low = clip?.low ?? Number.NEGATIVE_INFINITY;
  const high = clip?.high ?? Number.POSITIVE_INFINITY;
  for (let i = from; i < to; i++) {
    let value = values[rows[i]!]!;
    if (!(Math.abs(value) <= LARGEST)) {
      if (!Number.isNaN(value) || missing === null) throw tooLarge(name, rows[i]! + rowOffset, value);
      value = missing;
    }
    if (value < low) value = low;
    else if (value > high) value = high;
    if (log) {
      if (value <= -1) throw noLogarithm(name, rows[i]! + rowOffset, value);
      value = Math.log1p(value);
    }
    out[i - from] = value;
  }
}
