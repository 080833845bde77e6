import type { SavedNumericFeature } from "../model/saved-feature.ts";
import type { Pace } from "../pace.ts";
import type { NumericColumn } from "../table.ts";
import { inChunks } from "./chunks.ts";
import { LARGEST, noLogarithm, tooLarge } from "./refusal.ts";

/** What is done to a number before it is scaled. */
export type Treatment = Pick<SavedNumericFeature, "log" | "clip" | "missing">;

/**
 * The numbers of the rows used, replaced where missing, clipped and logged, into `out` (as long as `rows`).
 * @param rowOffset rows before the first of the column, for errors
 * @throws SegmentsError `OUT_OF_RANGE`
 */
export async function treat(
  { name, values }: NumericColumn,
  rows: Int32Array,
  { log, clip, missing }: Treatment,
  pace: Pace,
  { out = new Float64Array(rows.length), rowOffset = 0 }: { out?: Float64Array; rowOffset?: number } = {},
): Promise<Float64Array> {
  const instead = missing ?? Number.NaN;
  const low = clip?.low ?? Number.NEGATIVE_INFINITY;
  const high = clip?.high ?? Number.POSITIVE_INFINITY;
  await inChunks(rows.length, pace, (from, to) => {
    for (let i = from; i < to; i++) {
      let value = values[rows[i]!]!;
      if (!(Math.abs(value) <= LARGEST)) {
        if (!Number.isNaN(value) || missing === null) throw tooLarge(name, rows[i]! + rowOffset, value);
        value = instead;
      }
      if (value < low) value = low;
      else if (value > high) value = high;
      if (log) {
        if (value <= -1) throw noLogarithm(name, rows[i]! + rowOffset, value);
        value = Math.log1p(value);
      }
      out[i] = value;
    }
  });
  return out;
}
