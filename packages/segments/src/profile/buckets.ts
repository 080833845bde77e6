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
  const { starts, whole } = survey(values, rows, labels, segments);
  const sorted = new Float64Array(starts[segments]!);
  await pace.breathe();
  if (whole !== null) {
    countInto(sorted, starts, values, rows, labels, whole);
    return { values: sorted, starts };
  }
  const next = starts.slice();
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

interface Range {
  readonly min: number;
  readonly max: number;
}

/** Where each segment starts, and the range of the values where they are few enough whole numbers to be counted. */
function survey(
  values: Float64Array,
  rows: Int32Array,
  labels: Int32Array,
  segments: number,
): { readonly starts: Int32Array; readonly whole: Range | null } {
  const starts = new Int32Array(segments + 1);
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let whole = true;
  for (let i = 0; i < rows.length; i++) {
    const value = values[rows[i]!]!;
    if (!Number.isFinite(value)) continue;
    starts[labels[i]! + 1]!++;
    if (value < min) min = value;
    if (value > max) max = value;
    // -0 would be counted as 0.
    whole &&= Number.isInteger(value) && !Object.is(value, -0);
  }
  for (let segment = 0; segment < segments; segment++) starts[segment + 1]! += starts[segment]!;
  return { starts, whole: whole && min <= max && max - min < 2 * starts[segments]! ? { min, max } : null };
}

/** Sorts whole numbers by counting them: the labels by value first, then, in that order, each value to its segment. */
function countInto(
  sorted: Float64Array,
  starts: Int32Array,
  values: Float64Array,
  rows: Int32Array,
  labels: Int32Array,
  { min, max }: Range,
): void {
  const ends = new Int32Array(max - min + 1);
  for (let i = 0; i < rows.length; i++) {
    const value = values[rows[i]!]!;
    if (Number.isFinite(value)) ends[value - min]!++;
  }
  for (let i = 1; i < ends.length; i++) ends[i]! += ends[i - 1]!;
  const place = ends.slice();
  const ordered = new Int32Array(sorted.length);
  for (let i = rows.length - 1; i >= 0; i--) {
    const value = values[rows[i]!]!;
    if (Number.isFinite(value)) ordered[--place[value - min]!] = labels[i]!;
  }
  const next = starts.slice();
  for (let i = 0, from = 0; i < ends.length; i++) {
    for (; from < ends[i]!; from++) sorted[next[ordered[from]!]!++] = min + i;
  }
}
