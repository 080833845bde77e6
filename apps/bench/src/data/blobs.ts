import { Random } from "./random.ts";

/** How points are made. */
export interface MadeData {
  /** Whole number, 0 to 2^32 - 1. */
  readonly seed: number;
  /** Distance between the centers of two blobs, on average, in standard deviations of a blob. */
  readonly apart: number;
}

/**
 * Makes `k` blobs of about as many rows each. First come the centers, blob by blob: each coordinate is a bell-shaped draw
 * times `apart / sqrt(2 columns)`. Then the rows: one draw chooses the blob, and each coordinate is the center's plus a
 * bell-shaped draw. Every value is rounded to float32, so that both precisions get the same numbers.
 *
 * @returns `rows x columns`, row-major
 */
export function makeBlobs(rows: number, columns: number, k: number, { seed, apart }: MadeData): Float64Array {
  const random = new Random(seed);
  const spread = apart / Math.sqrt(2 * columns);
  const centers = Float64Array.from({ length: k * columns }, () => random.bell() * spread);
  const points = new Float64Array(rows * columns);
  for (let row = 0, at = 0; row < rows; row++) {
    const center = random.below(k) * columns;
    for (let column = 0; column < columns; column++, at++) {
      points[at] = Math.fround(centers[center + column] + random.bell());
    }
  }
  return points;
}
