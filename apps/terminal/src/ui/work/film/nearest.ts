import type { Matrix } from "@kentro/core";

const PIECE = 512;

/**
 * The nearest centroid of each point, the lowest on a tie. Centroids are row-major, of as many columns as the points.
 * @param breathe called between pieces; the same one over several calls, which each may take too short for a breath
 */
export async function nearestOf(
  { data, rows, columns }: Matrix,
  centroids: Float64Array,
  breathe: () => Promise<void>,
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
    if (row % PIECE === 0) await breathe();
  }
  return nearest;
}
