import type { Pace } from "../pace.ts";
import { inChunks } from "../preparation/chunks.ts";
import { sum } from "./sum.ts";

/** Groups of this size are sorted by hand: calling for a sort costs more than it does. */
const SMALL = 16;

/**
 * The sum of each group's values, each added up in ascending order: it does not depend on the order of the rows. A group
 * without a value has NaN.
 * @param groups the group of each value, 0 to count - 1
 * @param values NaN where there is none
 */
export async function groupSums(
  groups: Int32Array,
  values: Float64Array,
  count: number,
  pace: Pace,
): Promise<Float64Array> {
  const starts = new Int32Array(count + 1);
  await inChunks(groups.length, pace, (from, to) => {
    for (let i = from; i < to; i++) if (!Number.isNaN(values[i]!)) starts[groups[i]! + 1]!++;
  });
  for (let group = 0; group < count; group++) starts[group + 1]! += starts[group]!;
  const sorted = new Float64Array(starts[count]!);
  const next = starts.slice();
  await inChunks(groups.length, pace, (from, to) => {
    for (let i = from; i < to; i++) {
      const value = values[i]!;
      if (!Number.isNaN(value)) sorted[next[groups[i]!]!++] = value;
    }
  });
  const sums = new Float64Array(count);
  await inChunks(count, pace, (first, last) => {
    for (let group = first; group < last; group++) {
      const [from, to] = [starts[group]!, starts[group + 1]!];
      if (to - from <= SMALL) insertionSort(sorted, from, to);
      else sorted.subarray(from, to).sort();
      sums[group] = from === to ? Number.NaN : sum(sorted, from, to);
    }
  });
  return sums;
}

function insertionSort(values: Float64Array, from: number, to: number): void {
  for (let i = from + 1; i < to; i++) {
    const value = values[i]!;
    let j = i;
    for (; j > from && values[j - 1]! > value; j--) values[j] = values[j - 1]!;
    values[j] = value;
  }
}
