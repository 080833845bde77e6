import type { Pace } from "../../pace.ts";
import { blockBounds } from "./blocks.ts";
import type { DistinctValues } from "./distinct-values.ts";
import type { Moments } from "./moments.ts";

/** The ends that a cut of the best partition can have, both included. */
export interface Window {
  readonly low: number;
  readonly high: number;
}

/** Blocks of neighboring values for which bounds are found: a few milliseconds for each k, however many values there are. */
const BLOCKS = 2048;

/** What rounding may have added to a bound, relative to it: far more than it has. */
const MARGIN = 1e-9;

/**
 * Where the cuts of the best partitions can be, for each k from 1 to `kMax`. With cuts at the bounds of blocks alone an
 * inertia is reached that the best one is not above. And a run from somewhere in one block to somewhere in another has at
 * least the inertia of the blocks between, which bounds what can be had on either side of a cut from below. No block in
 * which both sides together are above what is reached can hold the cut.
 *
 * @returns by k - 1 a window for each cut and one more that is the end alone
 */
export async function windowsOf(
  values: DistinctValues,
  moments: Moments,
  kMax: number,
  pace: Pace,
): Promise<readonly (readonly Window[])[]> {
  const n = values.values.length;
  const bounds = await blockBounds(values, BLOCKS, pace);
  const blocks = bounds.length - 1;
  const between = (first: number, end: number) => (first < end ? moments.inertia(bounds[first], bounds[end]) : 0);
  const mirror = (block: number) => blocks - 1 - block;
  const reached = await leastSums(blocks + 1, kMax, pace, (from, to) => between(from, to));
  const before = await leastSums(blocks, kMax, pace, (from, to) => between(from + 1, to));
  const after = await leastSums(blocks, kMax, pace, (from, to) => between(mirror(to) + 1, mirror(from)));
  return reached.map((sums, index) => {
    const k = index + 1;
    const most = sums[blocks] * (1 + MARGIN);
    const windows: Window[] = [];
    for (let cut = 1; cut < k; cut++) {
      let first = 0;
      let last = blocks - 1;
      const possible = (block: number) => before[cut - 1][block] + after[k - cut - 1][mirror(block)] <= most;
      while (first < last && !possible(first)) first++;
      while (last > first && !possible(last)) last--;
      windows.push({ low: bounds[first], high: bounds[last + 1] });
    }
    return inOrder([...windows, { low: n, high: n }]);
  });
}

/**
 * The least sums of costs along any way from 0 to each index, in 1 to `kMax` steps that never go back. The best last step
 * never begins lower for a higher index: that of one index bounds those of all others, the farthest apart first.
 */
async function leastSums(
  size: number,
  kMax: number,
  pace: Pace,
  cost: (from: number, to: number) => number,
): Promise<readonly Float64Array[]> {
  const layers = [Float64Array.from({ length: size }, (_, to) => cost(0, to))];
  // Of index `to` at to + 1, so that places are odd multiples of a power of two.
  const begins = new Int32Array(size + 1);
  const top = 2 ** Math.ceil(Math.log2(size + 1));
  for (let k = 2; k <= kMax; k++) {
    const before = layers[k - 2];
    const sums = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
    for (let stride = top / 2; stride >= 1; stride /= 2) {
      for (let place = stride; place <= size; place += 2 * stride) {
        const to = place - 1;
        const low = place === stride ? 0 : begins[place - stride];
        const high = place + stride > size ? to : Math.min(to, begins[place + stride]);
        for (let from = high; from >= low; from--) {
          const sum = before[from] + cost(from, to);
          if (sum > sums[to]) continue;
          sums[to] = sum;
          begins[place] = from;
        }
      }
    }
    layers.push(sums);
    if (pace.due()) await pace.breathe();
  }
  return layers;
}

/** Windows without the ends that a cut cannot have because every run has a value. */
function inOrder(windows: readonly Window[]): readonly Window[] {
  const ordered: Window[] = [];
  windows.reduce((before, { low, high }) => {
    const least = Math.max(low, before + 1);
    ordered.push({ low: least, high });
    return least;
  }, 0);
  for (let cut = ordered.length - 2; cut >= 0; cut--) {
    const { low, high } = ordered[cut];
    ordered[cut] = { low, high: Math.min(high, ordered[cut + 1].high - 1) };
  }
  return ordered;
}
