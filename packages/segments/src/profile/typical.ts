import type { Matrix } from "@kentro/core";
import type { Pace } from "../pace.ts";

const TYPICAL = 3;
/** Distances that differ by less are equal but for rounding. */
const SAME = 1e-9;
/** Rows looked at between two breaths. */
const CHUNK = 65_536;

/**
 * The rows of the three customers closest to each centroid, the closest first, of equally close ones the lowest row.
 * @param points the scaled features of the rows used
 * @param centroids in the same space
 * @param labels the centroid of each point
 * @param rows the row of the table that each point is
 * @returns for each centroid
 */
export async function typicalRows(
  points: Matrix,
  centroids: Matrix,
  labels: Int32Array,
  rows: Int32Array,
  pace: Pace,
): Promise<readonly (readonly number[])[]> {
  const { columns } = points;
  const closest = Array.from({ length: centroids.rows }, () => [] as number[]);
  const distances = Array.from({ length: centroids.rows }, () => [] as number[]);
  for (let from = 0; from < points.rows; from += CHUNK) {
    const to = Math.min(from + CHUNK, points.rows);
    for (let i = from; i < to; i++) {
      const cluster = labels[i]!;
      let distance = 0;
      for (let j = 0; j < columns; j++) {
        distance += (points.data[i * columns + j]! - centroids.data[cluster * columns + j]!) ** 2;
      }
      const known = distances[cluster]!;
      if (known.length === TYPICAL && distance * (1 + SAME) >= known[TYPICAL - 1]!) continue;
      // Behind all that are as close: their rows are lower.
      const place = known.findLastIndex((other) => other <= distance * (1 + SAME)) + 1;
      known.splice(place, 0, distance);
      closest[cluster]!.splice(place, 0, rows[i]!);
      known.length = closest[cluster]!.length = Math.min(known.length, TYPICAL);
    }
    await pace.breathe();
  }
  return closest;
}
