import type { Piece } from "../threads/pieces.ts";

/**
 * The row at which the (weighted) squared distances, added up row by row, come to exceed `target`: drawn in proportion to
 * them where the target is their sum times a number in [0, 1).
 *
 * @param costs  what each piece of rows adds to the sum, so that the rows of but one are looked at
 * @param pieces all rows, ascending
 */
export function rowAtCost(
  target: number,
  costs: Float64Array,
  pieces: readonly Piece[],
  distances: Float32Array | Float64Array,
  weights: Float64Array | null,
): number {
  let left = target;
  let piece = 0;
  while (piece < costs.length - 1 && left >= costs[piece]) left -= costs[piece++];
  const { first, rows } = pieces[piece];
  let last = first;
  for (let row = first; row < first + rows; row++) {
    const cost = weights === null ? distances[row] : distances[row] * weights[row];
    if (cost === 0) continue;
    last = row;
    left -= cost;
    if (left < 0) return row;
  }
  // Rounding may leave a little of the target: it belongs to the last row that can be drawn.
  return last;
}
