import type { Matrix } from "@kentro/core";
import { SegmentsError } from "../error.ts";

/** Squares of smaller differences lose their digits, and at last vanish. */
const LEAST = 1e-145;

/**
 * Throws `NO_SPREAD` where all coordinates of points are so close together that their distances cannot be computed, which
 * happens without scaling only: every row would be as near to any centroid.
 */
export function checkExtent({ data, rows, columns }: Matrix): void {
  let varies = false;
  for (let column = 0; column < columns; column++) {
    let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let row = 0; row < rows; row++) {
      const value = data[row * columns + column]!;
      if (value < min) min = value;
      if (value > max) max = value;
    }
    if (max - min >= LEAST) return;
    varies ||= max > min;
  }
  if (!varies) return;
  const message =
    "The features cannot be clustered by unscaled: their values are too close together. Use another scale.";
  throw new SegmentsError("NO_SPREAD", message);
}
