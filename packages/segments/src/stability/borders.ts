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

/** Points between two turns of the event loop. */
const CHUNK = 4096;

/**
 * How near points are to their centroids and to the next ones.
 * @param points scaled as the centroids are
 * @param labels the index of the nearest centroid of each point
 */
export async function nearness(points: Matrix, centroids: Matrix, labels: Int32Array, pace: Pace): Promise<Nearness> {
  const found = emptyNearness(points.rows);
  for (let from = 0; from < points.rows; from += CHUNK) {
    const to = Math.min(from + CHUNK, points.rows);
    measure(points, centroids, labels, from, to, found, from);
    await pace.breathe();
  }
  return found;
}

/** How many points of each cluster are on a border, in constant memory. Null for one cluster. */
export async function borderCounts(
  points: Matrix,
  centroids: Matrix,
  labels: Int32Array,
  pace: Pace,
): Promise<Int32Array | null> {
  if (centroids.rows === 1) return null;
  const counts = new Int32Array(centroids.rows);
  const found = emptyNearness(Math.min(CHUNK, points.rows));
  for (let from = 0; from < points.rows; from += CHUNK) {
    const to = Math.min(from + CHUNK, points.rows);
    measure(points, centroids, labels, from, to, found, 0);
    for (let row = from; row < to; row++) {
      if (found.margin[row - from]! < BORDER_MARGIN) counts[labels[row]!]!++;
    }
    await pace.breathe();
  }
  return counts;
}

function emptyNearness(rows: number): Nearness {
  return { distance: new Float64Array(rows), second: new Int32Array(rows), margin: new Float64Array(rows) };
}

/** @param found OUT, the place of row `from` is `at` */
function measure(
  { data, columns }: Matrix,
  { data: centers, rows: k }: Matrix,
  labels: Int32Array,
  from: number,
  to: number,
  { distance, second, margin }: Nearness,
  at: number,
): void {
  for (let row = from; row < to; row++) {
    const own = labels[row]!;
    let [ownSquare, nextSquare, next] = [0, Number.POSITIVE_INFINITY, -1];
    for (let c = 0; c < k; c++) {
      let square = 0;
      for (let j = 0; j < columns; j++) {
        const apart = data[row * columns + j]! - centers[c * columns + j]!;
        square += apart * apart;
      }
      if (c === own) ownSquare = square;
      else if (square < nextSquare) [nextSquare, next] = [square, c];
    }
    const place = row - from + at;
    const [near, far] = [Math.sqrt(ownSquare), Math.sqrt(nextSquare)];
    distance[place] = near;
    second[place] = next;
    // A point that rounding puts nearer to the next centroid is halfway.
    margin[place] = next < 0 ? 1 : far === 0 ? 0 : Math.max(0, (far - near) / far);
  }
}
