import { CHILDREN, LEAF_ROWS, MIXED, labelOf, nodeBytes } from "./tree-nodes";

// Labels come into the tree's order and go out of it by way of a region beside them: first for all rows there, then back.

/**
 * Takes the labels of a range of the tree's rows from where the rows came from.
 *
 * @param labels  IN   i32[all rows], as rows came
 * @param order   IN   i32[rows], from the range's first on
 * @param rows    IN   number of rows in the range
 * @param taken   OUT  i32[rows] in the tree's order, from the range's first on
 */
export function treeTakeLabels(labels: usize, order: usize, rows: i32, taken: usize): void {
  for (const end = order + ((<usize>rows) << 2); order < end; order += 4) {
    store<i32>(taken, load<i32>(labels + ((<usize>load<i32>(order)) << 2)));
    taken += 4;
  }
}

/**
 * Gives the labels of a range of the tree's rows back to where the rows came from.
 *
 * @param labels   IN   i32[rows] in the tree's order, from the range's first row on
 * @param leaves   IN   nodes of level 0, from the range's first on
 * @param middles  IN   nodes of level 1
 * @param tops     IN   nodes of level 2
 * @param order    IN   i32[rows], from the range's first on
 * @param rows     IN   number of rows in the range, which begins with a node of the highest level
 * @param columns  IN   number of columns
 * @param given    OUT  i32[all rows], as rows came
 */
export function treeGiveLabels<T>(
  labels: usize, leaves: usize, middles: usize, tops: usize, order: usize, rows: i32, columns: i32, given: usize,
): void {
  const bytes = nodeBytes<T>(columns);
  for (let first = 0; first < rows; first += LEAF_ROWS) {
    const end = min(rows, first + LEAF_ROWS);
    const leaf = first / LEAF_ROWS;
    let label = load<i32>(labelOf<T>(tops + <usize>(leaf / (CHILDREN * CHILDREN)) * bytes, columns));
    if (label == MIXED) label = load<i32>(labelOf<T>(middles + <usize>(leaf / CHILDREN) * bytes, columns));
    if (label == MIXED) label = load<i32>(labelOf<T>(leaves + <usize>leaf * bytes, columns));
    for (let row = first; row < end; ++row) {
      const at = (<usize>row) << 2;
      const to = given + ((<usize>load<i32>(order + at)) << 2);
      store<i32>(to, label == MIXED ? load<i32>(labels + at) : label);
    }
  }
}

/**
 * Tells the nodes over a range what the labels of their rows are.
 *
 * @param labels   IN   i32[rows] in the tree's order, from the range's first row on
 * @param rows     IN   number of rows in the range, which begins with a node of the highest level
 * @param columns  IN   number of columns
 * @param leaves   OUT  nodes of level 0, from the range's first on
 * @param middles  OUT  nodes of level 1
 * @param tops     OUT  nodes of level 2
 */
export function treeTellLabels<T>(
  labels: usize, rows: i32, columns: i32, leaves: usize, middles: usize, tops: usize,
): void {
  const bytes = nodeBytes<T>(columns);
  const offset = labelOf<T>(0, columns);
  const count = (rows + LEAF_ROWS - 1) / LEAF_ROWS;
  tellAll(labels, 4, rows, LEAF_ROWS, leaves + offset, bytes);
  tellAll(leaves + offset, bytes, count, CHILDREN, middles + offset, bytes);
  tellAll(middles + offset, bytes, (count + CHILDREN - 1) / CHILDREN, CHILDREN, tops + offset, bytes);
}

/** Of each few labels, what they have in common, or MIXED. */
function tellAll(labels: usize, stride: usize, count: i32, few: i32, to: usize, toStride: usize): void {
  for (let first = 0; first < count; first += few) {
    const end = min(count, first + few);
    let label = load<i32>(labels);
    for (let i = first; i < end; ++i) {
      if (load<i32>(labels) != label) label = MIXED;
      labels += stride;
    }
    store<i32>(to, label);
    to += toStride;
  }
}
