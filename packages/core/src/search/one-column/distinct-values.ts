import type { Pace } from "../../pace.ts";
import { inPieces } from "./pieces.ts";

/** The values of a column that differ, ascending, and how much each of them weighs. */
export interface DistinctValues {
  /** 0 and -0 are one. */
  readonly values: Float64Array;
  /** The number of rows of each value, or the sum of their weights. */
  readonly weights: Float64Array;
}

/** Sorts a column and merges its equal values. Rows of weight 0 count for nothing. */
export async function distinctValues(
  column: Float32Array | Float64Array,
  weights: Float64Array | null,
  pace: Pace,
): Promise<DistinctValues> {
  const sorted = await sort(weights === null ? column.slice() : await weighing(column, weights, pace), pace);
  let count = 0;
  await inPieces(sorted.length, pace, (first, end) => {
    for (let at = first; at < end; at++) if (at === 0 || sorted[at] !== sorted[at - 1]) count++;
  });
  const distinct = { values: new Float64Array(count), weights: new Float64Array(count) };
  let index = -1;
  await inPieces(sorted.length, pace, (first, end) => {
    for (let at = first; at < end; at++) {
      if (at === 0 || sorted[at] !== sorted[at - 1]) distinct.values[++index] = sorted[at] + 0;
      if (weights === null) distinct.weights[index]++;
    }
  });
  if (weights === null) return distinct;
  // In the order of the rows, so that sums do not hang on how values were sorted.
  await inPieces(column.length, pace, (first, end) => {
    for (let row = first; row < end; row++) {
      if (weights[row] > 0) distinct.weights[indexOf(distinct.values, column[row])] += weights[row];
    }
  });
  return distinct;
}

/** The values of positive weight. */
async function weighing(
  column: Float32Array | Float64Array,
  weights: Float64Array,
  pace: Pace,
): Promise<Float32Array | Float64Array> {
  const values = column.slice();
  let count = 0;
  await inPieces(column.length, pace, (first, end) => {
    for (let row = first; row < end; row++) if (weights[row] > 0) values[count++] = column[row];
  });
  return values.subarray(0, count);
}

/** Where a value stands among ascending ones, of which it is one. */
function indexOf(ascending: Float64Array, value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Sorts in pieces that are then merged, two by two: sorting millions at a stretch would hold up the event loop. */
async function sort(values: Float32Array | Float64Array, pace: Pace): Promise<Float32Array | Float64Array> {
  const { length } = values;
  let run = 0;
  await inPieces(length, pace, (first, end) => {
    values.subarray(first, end).sort();
    run = Math.max(run, end - first);
  });
  let from = values;
  let to = run < length ? values.slice() : values;
  for (; run < length; run *= 2) {
    for (let first = 0; first < length; first += 2 * run) {
      await merge(
        from,
        to,
        { first, middle: Math.min(first + run, length), end: Math.min(first + 2 * run, length) },
        pace,
      );
    }
    [from, to] = [to, from];
  }
  return from;
}

interface Runs {
  readonly first: number;
  readonly middle: number;
  readonly end: number;
}

/** Merges two ascending runs that lie side by side. */
async function merge(
  from: Float32Array | Float64Array,
  to: Float32Array | Float64Array,
  { first, middle, end }: Runs,
  pace: Pace,
): Promise<void> {
  let left = first;
  let right = middle;
  await inPieces(end - first, pace, (begin, stop) => {
    for (let at = first + begin; at < first + stop; at++) {
      const takesLeft = right === end || (left < middle && from[left] <= from[right]);
      to[at] = takesLeft ? from[left++] : from[right++];
    }
  });
}
