import type { Matrix } from "@kentro/core";
import type { Pace } from "../pace.ts";

/** Customers of a segment about as close to another one. */
export interface Border {
  readonly customers: number;
  /** Of the segment, 0 to 1. */
  readonly share: number;
}

/** For each point how near it is to its centroid, and to the next. */
export interface Nearness {
  /** The distance to its own centroid. */
  readonly distance: Float64Array;
  /** The nearest of the other centroids, ties to the lowest; -1 where there is one centroid only. */
  readonly second: Int32Array;
  /**
   * (d2 - d1) / d2 of the distances to its own centroid and to the next: 0 halfway between both, 1 on its centroid and
   * where there is no other.
   */
  readonly margin: Float64Array;
}

/** A margin under this is a border: the next centroid is less than a ninth farther off than the own one. */
export const BORDER_MARGIN = 0.1;

/** Squares summed between two turns of the event loop. */
const SQUARES = 1_000_000;

/**
 * How near points are to their centroids and to the next ones.
 * @param points scaled as the centroids are
 * @param labels the index of the nearest centroid of each point
 */
export async function nearness(points: Matrix, centroids: Matrix, labels: Int32Array, pace: Pace): Promise<Nearness> {
  const { rows } = points;
  const distance = new Float64Array(rows);
  const second = new Int32Array(rows);
  const margin = new Float64Array(rows);
  await byTurns(points, centroids, pace, (row) => {
    const own = Math.sqrt(square(points, row, centroids, labels[row]!));
    const next = nextCentroid(points, row, centroids, labels[row]!);
    distance[row] = own;
    second[row] = next;
    margin[row] = next < 0 ? 1 : marginOf(own, Math.sqrt(square(points, row, centroids, next)));
  });
  return { distance, second, margin };
}

/** How many points of each cluster are on a border. Null for one cluster. */
export async function borderCounts(
  points: Matrix,
  centroids: Matrix,
  labels: Int32Array,
  pace: Pace,
): Promise<Int32Array | null> {
  if (centroids.rows === 1) return null;
  const inner = await innerRadii(centroids, pace);
  const counts = new Int32Array(centroids.rows);
  await byTurns(points, centroids, pace, (row) => {
    const label = labels[row]!;
    const own = Math.sqrt(square(points, row, centroids, label));
    if (own < inner[label]!) return;
    const next = nextCentroid(points, row, centroids, label);
    if (marginOf(own, Math.sqrt(square(points, row, centroids, next))) < BORDER_MARGIN) counts[label]!++;
  });
  return counts;
}

/**
 * For each centroid how near to it a point is certainly on no border: any other is at least its distance to this one
 * farther off, less that of the point.
 */
async function innerRadii(centroids: Matrix, pace: Pace): Promise<Float64Array> {
  const inner = new Float64Array(centroids.rows);
  // What rounding may add is far less than this takes off.
  const part = (1 - 1e-9) / (1 + 1 / (1 - BORDER_MARGIN));
  await byTurns(centroids, centroids, pace, (own) => {
    inner[own] = part * Math.sqrt(square(centroids, own, centroids, nextCentroid(centroids, own, centroids, own)));
  });
  return inner;
}

async function byTurns(points: Matrix, centroids: Matrix, pace: Pace, work: (row: number) => void): Promise<void> {
  const rows = Math.ceil(SQUARES / (centroids.rows * centroids.columns));
  for (let from = 0; from < points.rows; from += rows) {
    const to = Math.min(from + rows, points.rows);
    for (let row = from; row < to; row++) work(row);
    await pace.breathe();
  }
}

/** The centroid nearest to a point but for its own, ties to the lowest; -1 where there is no other. */
function nextCentroid(points: Matrix, row: number, centroids: Matrix, own: number): number {
  let [next, least] = [-1, Number.POSITIVE_INFINITY];
  for (let c = 0; c < centroids.rows; c++) {
    if (c === own) continue;
    const apart = square(points, row, centroids, c);
    if (apart < least) [next, least] = [c, apart];
  }
  return next;
}

function square(points: Matrix, row: number, centroids: Matrix, centroid: number): number {
  const { columns } = points;
  const [at, center] = [row * columns, centroid * columns];
  let sum = 0;
  for (let j = 0; j < columns; j++) {
    const apart = points.data[at + j]! - centroids.data[center + j]!;
    sum += apart * apart;
  }
  return sum;
}

function marginOf(own: number, next: number): number {
  // A point that rounding puts nearer to the next centroid is halfway.
  return next === 0 ? 0 : Math.max(0, (next - own) / next);
}
