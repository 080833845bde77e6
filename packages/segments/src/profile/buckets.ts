import type { Pace } from "../pace.ts";

/** The values of a column by segment, each segment's in ascending order: results do not depend on the order of the rows. */
export interface Buckets {
  readonly values: Float64Array;
  /** Segment s has values[starts[s]..starts[s + 1]). */
  readonly starts: Int32Array;
}

/**
 * Sorts a column into segments. Cells without a finite number are left out.
 * @param rows the rows used
 * @param labels the segment of each of them
 */
export async function buckets(
  values: Float64Array,
  rows: Int32Array,
  labels: Int32Array,
  segments: number,
  pace: Pace,
): Promise<Buckets> {
  const starts = new Int32Array(segments + 1);
  for (let i = 0; i < rows.length; i++) {
    if (Number.isFinite(values[rows[i]!]!)) starts[labels[i]! + 1]!++;
  }
  for (let segment = 0; segment < segments; segment++) starts[segment + 1]! += starts[segment]!;
  const next = starts.slice();
  const sorted = new Float64Array(starts[segments]!);
  for (let i = 0; i < rows.length; i++) {
    const value = values[rows[i]!]!;
    if (Number.isFinite(value)) sorted[next[labels[i]!]!++] = value;
  }
  for (let segment = 0; segment < segments; segment++) {
    await pace.breathe();
    sorted.subarray(starts[segment], starts[segment + 1]).sort();
  }
  return { values: sorted, starts };
}
