import type { Pace } from "../../pace.ts";
import type { DistinctValues } from "./distinct-values.ts";
import { PREFIX_EVERY } from "./moments.ts";
import { inPieces } from "./pieces.ts";

/** Blocks of fewer values begin where they should, others where prefix sums are kept. */
const WIDE = 4 * PREFIX_EVERY;

/**
 * Bounds of at most `count` blocks of neighboring values. Half of the blocks are shared out by the number of values, half
 * as the runs of a best partition would lie: of a density p those are as dense as its cube root (Panter and Dite 1951), so
 * that long tails have their share.
 *
 * @returns ascending indices from 0 to the number of values
 */
export async function blockBounds({ values, weights }: DistinctValues, count: number, pace: Pace): Promise<Int32Array> {
  const { length } = values;
  const sums = new Float64Array(length + 1);
  await inPieces(length, pace, (first, end) => {
    for (let at = first; at < end; at++) {
      const gap = at === 0 ? 0 : values[at] - values[at - 1];
      sums[at + 1] = sums[at] + Math.cbrt(weights[at] * gap * gap);
    }
  });
  const perValue = 1 / length;
  const perSum = sums[length] === 0 ? 0 : 1 / sums[length];
  const bounds = [0];
  let next = 2 / count;
  await inPieces(length, pace, (first, end) => {
    for (let at = first; at < end; at++) {
      if (at * perValue + sums[at] * perSum < next) continue;
      const last = bounds[bounds.length - 1];
      const bound = at - last < WIDE ? at : at - (at % PREFIX_EVERY);
      if (bound > last) bounds.push(bound);
      next = (Math.floor(((at * perValue + sums[at] * perSum) * count) / 2 + 1) * 2) / count;
    }
  });
  if (bounds[bounds.length - 1] < length) bounds.push(length);
  return Int32Array.from(bounds);
}
