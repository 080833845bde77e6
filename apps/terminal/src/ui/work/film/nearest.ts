import type { Matrix } from "@kentro/core";
import type { Pause } from "../pause.ts";

const PIECE = 512;

/** The nearest centroid of each point, the lowest on a tie. Centroids are row-major, of as many columns as the points. */
export async function nearestOf(
  { data, rows, columns }: Matrix,
  centroids: Float64Array,
  pause: Pause,
): Promise<Uint16Array> {
  const k = centroids.length / columns;
  const nearest = new Uint16Array(rows);
  for (let row = 0; row < rows; row++) {
    let least = Number.POSITIVE_INFINITY;
    for (let cluster = 0; cluster < k; cluster++) {
      let distance = 0;
      for (let column = 0; column < columns; column++) {
        const away = data[row * columns + column]! - centroids[cluster * columns + column]!;
        distance += away * away;
      }
      if (distance < least) {
        least = distance;
        nearest[row] = cluster;
      }
    }
    if (row % PIECE === 0) await pause();
  }
  return nearest;
}
