import type { Pace } from "../pace.ts";
import { quantile } from "../statistics/quantile.ts";
import { squares, sum } from "../statistics/sum.ts";
import { buckets } from "./buckets.ts";

/** A numeric column in a segment, in the file's units, over the cells that are there. */
export interface NumericProfile {
  readonly column: string;
  readonly mean: number;
  readonly median: number;
  /** (mean - mean of all customers used) / their standard deviation; 0 where a column does not vary. */
  readonly z: number;
}

/** A column over all customers used and in each segment; NaN-free: a segment without a value is null. */
export interface ColumnSummary {
  readonly segments: readonly ({ readonly mean: number; readonly median: number; readonly z: number } | null)[];
  /** Against the rest of the customers: null where the segment or the rest has no value, or where nothing varies. */
  readonly against: readonly ({ readonly rest: number; readonly difference: number } | null)[];
}

/** Summarizes a column. `rows` are the rows used, `labels` the segment of each. */
export async function summarize(
  values: Float64Array,
  rows: Int32Array,
  labels: Int32Array,
  segments: number,
  pace: Pace,
): Promise<ColumnSummary> {
  const { values: sorted, starts } = await buckets(values, rows, labels, segments, pace);
  await pace.breathe();
  const unit = unitOf(sorted);
  for (let i = 0; i < sorted.length; i++) sorted[i]! /= unit;
  const count = (segment: number): number => starts[segment + 1]! - starts[segment]!;
  const sums = Array.from({ length: segments }, (_, s) => sum(sorted, starts[s], starts[s + 1]));
  const total = sum(Float64Array.from(sums));
  const mean = total / sorted.length;
  const parts = Array.from({ length: segments }, (_, s) => squares(sorted, mean, starts[s], starts[s + 1]));
  await pace.breathe();
  const varies = sorted.some((value) => value !== sorted[0]);
  const deviation = varies ? Math.sqrt(sum(Float64Array.from(parts)) / sorted.length) : 0;
  const means = sums.map((own, s) => within(own / count(s), sorted[starts[s]!]!, sorted[starts[s + 1]! - 1]!));
  return {
    segments: means.map((own, s) => {
      if (count(s) === 0) return null;
      const median = quantile(sorted, 0.5, starts[s], starts[s + 1]);
      return { mean: own * unit, median: median * unit, z: deviation === 0 ? 0 : (own - mean) / deviation };
    }),
    against: means.map((own, s) => {
      const others = sorted.length - count(s);
      if (count(s) === 0 || others === 0 || deviation === 0) return null;
      // Not total - own: what the segment has too much would be missing from the digits of the rest.
      const rest = sum(Float64Array.from(sums.toSpliced(s, 1))) / others;
      return { rest: rest * unit, difference: (own - rest) / deviation };
    }),
  };
}

/** A mean lies between the extremes; rounding may not, and next to the largest number it would be infinite. */
function within(mean: number, least: number, most: number): number {
  return Math.min(Math.max(mean, least), most);
}

/** 1 for all ordinary columns; a power of two near the largest value where its square would overflow or vanish. */
function unitOf(values: Float64Array): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  if (largest === 0 || (largest < 1e100 && largest > 1e-100)) return 1;
  return 2 ** Math.max(Math.floor(Math.log2(largest)), -1022);
}
