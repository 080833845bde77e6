import { type Extent, extentOf, placer, rangeOf } from "../axis/extent.ts";

/** How many values fall into each of the equal bins over an extent, the lowest first. */
export interface Bins {
  readonly extent: Extent;
  readonly counts: readonly number[];
}

/** Counts finite values in `count` equal bins from the least to the greatest; a bin has its lower end, the last both. */
export function binsOf(values: ArrayLike<number>, count: number): Bins {
  const extent = extentOf(rangeOf(values));
  const bins = count >= 1 ? Math.floor(count) : 1;
  const binOf = placer(extent, bins);
  const counts = new Array<number>(bins).fill(0);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isFinite(value)) counts[binOf(value)]!++;
  }
  return { extent, counts };
}

/**
 * The heights of at most `columns` columns for bins: a whole number of columns for each bin where there are enough,
 * else each is the mean of the bins that fall into its share of the extent, as if values were spread over a bin evenly.
 */
export function columnsOf(counts: readonly number[], columns: number): number[] {
  const each = Math.floor(columns / counts.length);
  if (each >= 1) return counts.flatMap((count) => new Array<number>(each).fill(count));
  const share = counts.length / columns;
  return Array.from({ length: columns }, (_, column) => {
    const [from, to] = [column * share, (column + 1) * share];
    let sum = 0;
    for (let bin = Math.floor(from); bin < Math.min(counts.length, to); bin++) {
      sum += counts[bin]! * (Math.min(to, bin + 1) - Math.max(from, bin));
    }
    return sum / share;
  });
}
