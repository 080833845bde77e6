import { makeBlobs } from "./blobs.ts";
import { makeCustomers } from "./customers.ts";
import { mallPoints } from "./mall.ts";
import { sharedFloat32 } from "./matrix.ts";
import { makeNoise } from "./noise.ts";
import { Random } from "./random.ts";
import type { Source } from "./source.ts";
import { makeChains, makeGrid, makeUneven } from "./structured.ts";

/** Points, and centroids to start from: float32 numbers in memory that threads share. */
export interface Sample {
  readonly rows: number;
  readonly columns: number;
  readonly k: number;
  /** `rows x columns`, row-major. */
  readonly points: Float32Array;
  /** `k x columns`: the first centroids, different rows of the points. */
  readonly start: Float32Array;
}

/** What a sample is made of. */
export interface SampleShape {
  readonly rows: number;
  readonly columns: number;
  readonly k: number;
  readonly source: Source;
  /** Chooses the rows that are the first centroids. */
  readonly startSeed: number;
}

/**
 * Makes points and start: the same for the same shape, always.
 *
 * @param given the points of a set that comes with scikit-learn
 */
export function makeSample(shape: SampleShape, given?: Float32Array): Sample {
  const { rows, columns, k, startSeed } = shape;
  const points = pointsOf(shape, given);
  if (points.length !== rows * columns) {
    throw new RangeError(`Expected ${rows} rows x ${columns} columns, got ${points.length} values`);
  }
  return sampleOf(points, { rows, columns, k, startSeed });
}

/** A sample of points that are there already. */
export function sampleOf(points: Float32Array, shape: Omit<SampleShape, "source">): Sample {
  const { rows, columns, k, startSeed } = shape;
  const start = sharedFloat32(k * columns);
  differentRows(k, rows, new Random(~startSeed)).forEach((row, index) => {
    start.set(points.subarray(row * columns, (row + 1) * columns), index * columns);
  });
  return { rows, columns, k, points, start };
}

function pointsOf(shape: SampleShape, given: Float32Array | undefined): Float32Array {
  const { rows, columns, source } = shape;
  switch (source.kind) {
    case "mall":
      return mallPoints();
    case "blobs":
    case "far blobs":
      return makeBlobs(shape, source.seed, source.apart);
    case "noise":
      return makeNoise(rows, columns, source.seed);
    case "customers":
      return makeCustomers(rows, columns, source.seed);
    case "grid":
      return makeGrid(shape, source.seed);
    case "uneven":
      return makeUneven(shape, source.seed);
    case "chains":
      return makeChains(shape, source.seed);
    case "iris":
    case "wine":
    case "digits": {
      if (given === undefined)
        throw new RangeError(`Expected the points of ${source.kind}, which come with scikit-learn`);
      const points = sharedFloat32(given.length);
      points.set(given);
      return points;
    }
  }
}

function differentRows(count: number, rows: number, random: Random): readonly number[] {
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(random.below(rows));
  return [...chosen];
}
