import type { Pace } from "../../pace.ts";

/** The values of a column that differ, ascending, and how much each of them weighs. */
export interface DistinctValues {
  /** 0 and -0 are one. */
  readonly values: Float64Array;
  /** The number of rows of each value, or the sum of their weights. */
  readonly weights: Float64Array;
}

/** Values that the engine of the language sorts at a stretch: a few milliseconds. */
const SORTED_AT_ONCE = 1 << 16;

/** Values that are passed over between two questions whether it is time to breathe. */
const VALUES_AT_ONCE = 1 << 16;

/** Sorts a column and merges its equal values. Rows of weight 0 count for nothing. */
export async function distinctValues(
  column: Float32Array | Float64Array,
  weights: Float64Array | null,
  pace: Pace,
): Promise<DistinctValues> {
  const sorted = await sort(weights === null ? column.slice() : column.filter((_, row) => weights[row] > 0), pace);
  let count = 0;
  for (let at = 0; at < sorted.length; at++) if (at === 0 || sorted[at] !== sorted[at - 1]) count++;
  const distinct = { values: new Float64Array(count), weights: new Float64Array(count) };
  for (let at = 0, index = -1; at < sorted.length; at++) {
    if (at === 0 || sorted[at] !== sorted[at - 1]) distinct.values[++index] = sorted[at] + 0;
    if (weights === null) distinct.weights[index]++;
  }
  if (weights !== null) await addWeights(distinct, column, weights, pace);
  return distinct;
}

/** Adds the weights in the order of the rows, so that their sums do not hang on how values were sorted. */
async function addWeights(
  distinct: DistinctValues,
  column: Float32Array | Float64Array,
  weights: Float64Array,
  pace: Pace,
): Promise<void> {
  for (let first = 0; first < column.length; first += VALUES_AT_ONCE) {
    const end = Math.min(first + VALUES_AT_ONCE, column.length);
    for (let row = first; row < end; row++) {
      if (weights[row] > 0) distinct.weights[indexOf(distinct.values, column[row])] += weights[row];
    }
    if (pace.due()) await pace.breathe();
  }
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
async function sort<Values extends Float32Array | Float64Array>(values: Values, pace: Pace): Promise<Values> {
  const { length } = values;
  for (let first = 0; first < length; first += SORTED_AT_ONCE) {
    values.subarray(first, first + SORTED_AT_ONCE).sort();
    if (pace.due()) await pace.breathe();
  }
  if (length <= SORTED_AT_ONCE) return values;
  let from = values;
  let to = values.slice() as Values;
  for (let run = SORTED_AT_ONCE; run < length; run *= 2) {
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
  for (let at = first; at < end; ) {
    const stop = Math.min(at + VALUES_AT_ONCE, end);
    for (; at < stop; at++) {
      const takesLeft = right === end || (left < middle && from[left] <= from[right]);
      to[at] = takesLeft ? from[left++] : from[right++];
    }
    if (pace.due()) await pace.breathe();
  }
}
