import { drawnRow } from "../drawn-row.ts";

/** A range of values along one side of a picture. */
export interface Extent {
  readonly low: number;
  readonly high: number;
}

/** The range of the finite values over `above`, of one of every `step` rows; `low` is above `high` where there are none. */
export function rangeOf(values: ArrayLike<number | null>, step = 1, above: number = Number.NEGATIVE_INFINITY): Extent {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  const places = Math.ceil(values.length / step);
  for (let place = 0; place < places; place++) {
    const value = values[drawnRow(place, step)] ?? null;
    if (value === null || !(value > above)) continue;
    if (value < low) low = value;
    if (value > high && value < Number.POSITIVE_INFINITY) high = value;
  }
  return { low, high };
}

/** The extent of all ranges together; one value alone gets room on both sides, none gives 0 to 1. */
export function extentOf(...ranges: readonly Extent[]): Extent {
  const low = Math.min(...ranges.map((range) => range.low));
  const high = Math.max(...ranges.map((range) => range.high));
  if (low > high) return { low: 0, high: 1 };
  if (halfOf(low, high) > 0) return { low, high };
  const room = Math.abs(low) * 0.5 || 0.5;
  return { low: Math.max(low - room, -Number.MAX_VALUE), high: Math.min(high + room, Number.MAX_VALUE) };
}

/** Where a value falls among `places` equal places over an extent, 0 the lowest; its ends fall into the outer places. */
export function placer({ low, high }: Extent, places: number): (value: number) => number {
  const [start, half, last] = [low / 2, halfOf(low, high), places - 1];
  return (value) => {
    const place = ((value / 2 - start) / half) * places;
    // What is cut to a whole number is inside the bounds by then.
    return place > 0 ? Math.min(place, last) | 0 : 0;
  };
}

/** Half the length of a range: the difference of two huge numbers would overflow. */
function halfOf(low: number, high: number): number {
  return high / 2 - low / 2;
}
