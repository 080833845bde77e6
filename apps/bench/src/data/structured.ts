import type { BlobShape } from "./blobs.ts";
import { sharedFloat32 } from "./matrix.ts";
import { Random } from "./random.ts";

/** Distance between neighbors, in standard deviations of a blob. */
const GRID_STEP = 6;
/** Half the edge of the cube that uneven blobs lie in. */
const UNEVEN_REACH = 30;
/** Blobs of a chain, and how far each is from the one before. */
const CHAIN_BLOBS = 6;
const CHAIN_STEP = 5;
const CHAIN_REACH = 60;

/** Blobs on the first `k` places of the smallest cubic grid that has them, as many rows each. */
export function makeGrid({ rows, columns, k }: BlobShape, seed: number): Float32Array {
  const side = sideOf(k, columns);
  const centers = Float64Array.from({ length: k * columns }, (_, at) => {
    const column = at % columns;
    return (Math.floor(Math.floor(at / columns) / side ** column) % side) * GRID_STEP;
  });
  return scatter(rows, columns, centers, new Random(seed), { blobOf: (row) => row % k, widthOf: () => 1 });
}

/** Overlapping blobs anywhere in a cube: the widest three times as wide as the narrowest, the largest with most rows. */
export function makeUneven({ rows, columns, k }: BlobShape, seed: number): Float32Array {
  const random = new Random(seed);
  const centers = Float64Array.from({ length: k * columns }, () => (random.uniform() * 2 - 1) * UNEVEN_REACH);
  const widths = Float64Array.from({ length: k }, () => 1 + 2 * random.uniform());
  return scatter(rows, columns, centers, random, {
    // The lower of two draws: the first blobs get most rows, the last hardly any.
    blobOf: () => Math.min(random.below(k), random.below(k)),
    widthOf: (blob) => widths[blob],
  });
}

/** Blobs in chains of six, each chain from a place of its own along a direction of its own. */
export function makeChains({ rows, columns, k }: BlobShape, seed: number): Float32Array {
  const random = new Random(seed);
  const centers = new Float64Array(k * columns);
  const direction = new Float64Array(columns);
  for (let blob = 0; blob < k; blob++) {
    const begins = blob % CHAIN_BLOBS === 0;
    if (begins) {
      for (let column = 0; column < columns; column++) direction[column] = random.bell();
      const length = Math.sqrt(direction.reduce((sum, part) => sum + part * part, 0));
      for (let column = 0; column < columns; column++) direction[column] *= CHAIN_STEP / length;
    }
    for (let column = 0; column < columns; column++) {
      const at = blob * columns + column;
      centers[at] = begins ? (random.uniform() * 2 - 1) * CHAIN_REACH : centers[at - columns] + direction[column];
    }
  }
  return scatter(rows, columns, centers, random, { blobOf: (row) => row % k, widthOf: () => 1 });
}

/** How rows fall to blobs, and how wide a blob is. */
interface Scattering {
  blobOf(row: number): number;
  widthOf(blob: number): number;
}

function scatter(
  rows: number,
  columns: number,
  centers: Float64Array,
  random: Random,
  { blobOf, widthOf }: Scattering,
): Float32Array {
  const points = sharedFloat32(rows * columns);
  for (let row = 0, at = 0; row < rows; row++) {
    const blob = blobOf(row);
    const width = widthOf(blob);
    for (let column = 0; column < columns; column++, at++) {
      points[at] = centers[blob * columns + column] + width * random.bell();
    }
  }
  return points;
}

function sideOf(k: number, columns: number): number {
  let side = 1;
  while (side ** columns < k) side++;
  return side;
}
