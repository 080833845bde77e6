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
  /** The quartiles: a quarter of the segment's customers is under `lower`, a quarter over `upper`. */
  readonly lower: number;
  readonly upper: number;
  /** Segment mean / everybody's mean - 1; null where everybody's mean is not positive, or the column has negative values. */
  readonly importance: number | null;
}

/** A column over all customers used and in each segment; NaN-free: a segment without a value is null. */
export interface ColumnSummary {
  /** Over all customers used with a value; null where there is none. A total may be infinite where values are huge. */
  readonly everybody: { readonly mean: number; readonly total: number } | null;
  /** The sum in each segment; 0 for a segment without a value. */
  readonly totals: readonly number[];
  readonly segments: readonly (Omit<NumericProfile, "column"> | null)[];
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
  const count = (segment: number): number => starts[segment + 1]! - starts[segment]!;
  // Taken before the values are scaled, which costs numbers near 0 their digits where others are huge.
  const ends = Array.from({ length: segments }, (_, s) => [sorted[starts[s]!]!, sorted[starts[s + 1]! - 1]!] as const);
  const quartiles = ends.map((_, s) => {
    return count(s) === 0 ? [0, 0, 0] : [0.25, 0.5, 0.75].map((q) => quantile(sorted, q, starts[s], starts[s + 1]));
  });
  const unit = unitOf(sorted);
  const varies = sorted.some((value) => value !== sorted[0]);
  if (unit !== 1) for (let i = 0; i < sorted.length; i++) sorted[i]! /= unit;
  const sums = ends.map((_, s) => sum(sorted, starts[s], starts[s + 1]));
  const mean = sum(Float64Array.from(sums)) / sorted.length;
  await pace.breathe();
  const parts = ends.map((_, s) => squares(sorted, mean, starts[s], starts[s + 1]));
  const deviation = varies ? Math.sqrt(sum(Float64Array.from(parts)) / sorted.length) : 0;
  const means = sums.map((own, s) => own / count(s));
  const filled = ends.filter((_, s) => count(s) > 0);
  const [least, most] = [Math.min(...filled.map(([low]) => low)), Math.max(...filled.map(([, high]) => high))];
  return {
    everybody:
      sorted.length === 0
        ? null
        : { mean: within(mean * unit, [least, most]), total: sum(Float64Array.from(sums)) * unit },
    totals: sums.map((own) => own * unit),
    segments: means.map((own, s) => {
      if (count(s) === 0) return null;
      const [lower, median, upper] = quartiles[s]!;
      return {
        mean: within(own * unit, ends[s]!),
        median: median!,
        z: deviation === 0 ? 0 : (own - mean) / deviation,
        lower: lower!,
        upper: upper!,
        importance: mean > 0 && least >= 0 ? (varies ? own / mean - 1 : 0) : null,
      };
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
function within(mean: number, [least, most]: readonly [number, number]): number {
  return Math.min(Math.max(mean, least), most);
}

/** 1 for all ordinary columns; a power of two near the largest value where its square would overflow or vanish. */
function unitOf(values: Float64Array): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  if (largest === 0 || (largest < 1e100 && largest > 1e-100)) return 1;
  return 2 ** Math.min(Math.max(Math.floor(Math.log2(largest)), -1022), 1023);
}
