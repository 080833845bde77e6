import { sharedFloat32 } from "./matrix.ts";
import { Random } from "./random.ts";

/** What blobs are made of. */
export interface BlobShape {
  readonly rows: number;
  readonly columns: number;
  readonly k: number;
}

/**
 * Makes `k` blobs of about as many rows each. First come the centers, blob by blob: each coordinate is a bell-shaped draw
 * times `apart / sqrt(2 columns)`. Then the rows: one draw chooses the blob, and each coordinate is the center's plus a
 * bell-shaped draw.
 *
 * @returns `rows x columns`, row-major
 */
export function makeBlobs({ rows, columns, k }: BlobShape, seed: number, apart: number): Float32Array {
  const random = new Random(seed);
  const spread = apart / Math.sqrt(2 * columns);
  const centers = Float64Array.from({ length: k * columns }, () => random.bell() * spread);
  const points = sharedFloat32(rows * columns);
  for (let row = 0, at = 0; row < rows; row++) {
    const center = random.below(k) * columns;
    for (let column = 0; column < columns; column++, at++) points[at] = centers[center + column] + random.bell();
  }
  return points;
}
