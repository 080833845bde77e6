import { CHUNK_BLOCKS, createMemory, elementBytes, lanesOf, Regions, SPAN_CHUNKS, STRIDE } from "@kentro/kernel/raw";
import type { Precision } from "../contenders/contender.ts";
import { Random } from "../data/random.ts";

/** What kernels are run on. */
export interface RoomShape {
  readonly precision: Precision;
  readonly rows: number;
  readonly columns: number;
  readonly k: number;
}

/** Where each region lies in a memory, in bytes. */
export interface Room extends RoomShape {
  readonly memory: WebAssembly.Memory;
  readonly blocks: number;
  readonly points: number;
  readonly centroids: number;
  readonly labels: number;
  readonly weights: number;
  readonly closest: number;
  readonly chunkSlack: number;
  readonly reach: number;
  readonly looked: number;
  readonly inertia: number;
  readonly counts: number;
  readonly weightSums: number;
  readonly sums: number;
  readonly scratch: number;
  /** Rows rounded to 16 bits, how so, and what is known of each chunk. */
  readonly quantizedFrame: number;
  readonly quantized: number;
  readonly extents: number;
  /** Centroids rounded alike, their rule for rows in doubt, and how many were. */
  readonly rounded: number;
  readonly rule: number;
  readonly doubted: number;
  /** What a survey keeps, and gains from it for a candidate each for the centroids. */
  readonly surveyed: number;
  readonly seconds: number;
  readonly costs: number;
  readonly gains: number;
  readonly raw: number;
  readonly origin: number;
  readonly moments: number;
  readonly low: number;
  readonly high: number;
  /** Room for a distance from each row to each centroid. */
  readonly distances: number;
}

/** Lays out a memory for every kernel: noise for points and raw values, the first rows for centroids, weights of 1. */
export function roomFor({ precision, rows, columns, k }: RoomShape): Room {
  const bytes = elementBytes(precision);
  const lanes = lanesOf(precision);
  const blocks = Math.ceil(rows / lanes);
  const padded = blocks * lanes;
  const width = (columns + 1) & ~1;
  const regions = new Regions(16);
  const room = {
    precision,
    rows,
    columns,
    k,
    blocks,
    points: regions.take(blocks * columns * STRIDE),
    centroids: regions.take(k * columns * bytes),
    labels: regions.take(padded * 4),
    weights: regions.take(padded * 8),
    closest: regions.take(padded * bytes),
    chunkSlack: regions.take(Math.ceil(blocks / CHUNK_BLOCKS) * bytes),
    reach: regions.take((1 + k) * bytes),
    looked: regions.take(4),
    inertia: regions.take(16),
    counts: regions.take(k * 4),
    weightSums: regions.take(k * 16),
    sums: regions.take(k * width * 16),
    scratch: regions.take(CHUNK_BLOCKS * (lanes * (4 * (2 * SPAN_CHUNKS + 1) + 2 * bytes) + columns * STRIDE)),
    quantizedFrame: regions.take(columns * 16),
    quantized: regions.take(Math.ceil(rows / 8) * (width / 2) * STRIDE),
    extents: regions.take(Math.ceil(blocks / CHUNK_BLOCKS) * 16),
    rounded: regions.take(Math.ceil(k / 4) * 16 * (width / 2 + 1)),
    rule: regions.take(8 * 8),
    doubted: regions.take(4),
    surveyed: regions.take(padded * 4),
    seconds: regions.take(padded * bytes),
    costs: regions.take((1 + k) * 8),
    gains: regions.take(k * (1 + k) * 8),
    raw: regions.take(rows * columns * 8),
    origin: regions.take(width * 8),
    moments: regions.take(columns * lanes * 16),
    low: regions.take(columns * 16),
    high: regions.take(columns * 16),
    distances: regions.take(k * padded * bytes),
  };
  const memory = createMemory(regions.end);
  fill({ ...room, memory });
  return { ...room, memory };
}

/** An array of the room's precision at an address. */
export function elementsAt({ memory, precision }: Room, at: number, length: number): Float32Array | Float64Array {
  return precision === "float32"
    ? new Float32Array(memory.buffer, at, length)
    : new Float64Array(memory.buffer, at, length);
}

function fill(room: Room): void {
  const { memory, blocks, points, centroids, columns, rows, k, weights, raw, labels } = room;
  const random = new Random(1);
  const values = elementsAt(room, points, (blocks * columns * STRIDE) / elementBytes(room.precision));
  for (let at = 0; at < values.length; at++) values[at] = random.uniform();
  elementsAt(room, raw, rows * columns).set(values.subarray(0, rows * columns));
  elementsAt(room, centroids, k * columns).set(values.subarray(0, k * columns));
  new Float64Array(memory.buffer, weights, rows).fill(1);
  new Int32Array(memory.buffer, labels, rows).fill(-1);
}
