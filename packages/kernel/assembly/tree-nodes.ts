import { pointAt } from "./gather";
import { STRIDE, lanes } from "./layout";
import { addPairs } from "./sums";

// A tree over rows in an order of their own (see `tree-order.ts`), without a pointer: where a node is tells which rows and
// which children are its own.
//
//   level 2   nodes of 4096 rows    | 0                                         | 1      ...
//   level 1   nodes of 512 rows     | 0    | 1    | 2    | 3    ...         | 7 | 8      ...
//   level 0   leaves of 64 rows     |0..7|8..15| ...
//   points    T[blocks][columns][lanes] in the tree's order, and i32[rows], the label of each row, in the same
//
//   node      f64[2][width]   sums of its rows as pairs, as in `sums.ts`
//             T[columns]      lowest values
//             T[columns]      highest values
//             i32             label: of all its rows, -1 where they have none, MIXED where they differ
//             to a multiple of 16 bytes
//
// Only a mixed node says what its children's labels are, and only a mixed leaf what its rows' are.

/** Rows of a leaf: whole blocks. */
export const LEAF_ROWS: i32 = 64;

/** Children of a node. */
export const CHILDREN: i32 = 8;

/** Rows of a node of the highest level. */
export const TOP_ROWS: i32 = 4096;

/** The label of a node whose rows have not all the same. */
export const MIXED: i32 = -2;

// @ts-ignore: decorator
@inline
function boxOffset(columns: i32): usize {
  return (<usize>((columns + 1) & ~1)) << 4;
}

/** Where a node has its lowest values; its highest follow. */
// @ts-ignore: decorator
@inline
export function boxOf(node: usize, columns: i32): usize {
  return node + boxOffset(columns);
}

/** Where a node has its label. */
// @ts-ignore: decorator
@inline
export function labelOf<T>(node: usize, columns: i32): usize {
  return node + boxOffset(columns) + (<usize>columns << 1) * sizeof<T>();
}

/** Bytes of a node. */
// @ts-ignore: decorator
@inline
export function nodeBytes<T>(columns: i32): usize {
  return (boxOffset(columns) + (<usize>columns << 1) * sizeof<T>() + 4 + 15) & ~15;
}

/**
 * Copies the rows of a range into the tree's order, and makes the nodes over them. The range begins with a node of the
 * highest level. Labels are left alone.
 *
 * @param points   IN   T[blocks][columns][lanes], all rows as they came
 * @param order    IN   i32[rows], which row comes where, from the range's first on
 * @param rows     IN   number of rows in the range
 * @param columns  IN   number of columns
 * @param ordered  OUT  T[blocks][columns][lanes], from the range's first block on; lanes beyond the last row become 0
 * @param leaves   OUT  nodes of level 0, from the range's first on
 * @param middles  OUT  nodes of level 1
 * @param tops     OUT  nodes of level 2
 */
export function treePlace<T>(
  points: usize, order: usize, rows: i32, columns: i32, ordered: usize, leaves: usize, middles: usize, tops: usize,
): void {
  const bytes = nodeBytes<T>(columns);
  const blockBytes = <usize>columns * STRIDE;
  for (let first = 0; first < rows; first += LEAF_ROWS) {
    const count = min(rows - first, LEAF_ROWS);
    gatherLeaf<T>(points, columns, order + ((<usize>first) << 2), count, ordered);
    const leaf = leaves + <usize>(first / LEAF_ROWS) * bytes;
    summarize<T>(ordered, count, columns, leaf);
    ordered += <usize>(LEAF_ROWS / lanes<T>()) * blockBytes;
  }
  unite<T>(leaves, (rows + LEAF_ROWS - 1) / LEAF_ROWS, columns, middles);
  unite<T>(middles, (rows + LEAF_ROWS * CHILDREN - 1) / (LEAF_ROWS * CHILDREN), columns, tops);
}

/** Copies rows into the blocks of a leaf, column by column: no row's values lie side by side. */
function gatherLeaf<T>(points: usize, columns: i32, order: usize, count: i32, to: usize): void {
  const bytes = <usize>columns * STRIDE;
  const filled = (count + lanes<T>() - 1) / lanes<T>();
  if (count < filled * lanes<T>()) {
    const last = to + <usize>(filled - 1) * bytes;
    for (let at: usize = 0; at < bytes; at += 16) v128.store(last + at, v128.splat<f64>(0));
  }
  for (let i = 0; i < count; ++i) {
    const from = pointAt<T>(points, columns, load<i32>(order + ((<usize>i) << 2)));
    const into = to + <usize>(i / lanes<T>()) * bytes + <usize>(i & (lanes<T>() - 1)) * sizeof<T>();
    for (let offset: usize = 0; offset < bytes; offset += STRIDE) store<T>(into + offset, load<T>(from + offset));
  }
}

/** The box and the sums of the rows of a leaf. */
function summarize<T>(points: usize, rows: i32, columns: i32, leaf: usize): void {
  const width = (<usize>((columns + 1) & ~1)) << 3;
  const low = boxOf(leaf, columns);
  const high = low + <usize>columns * sizeof<T>();
  // An odd last column shares a vector with nothing.
  v128.store(leaf + width - 16, v128.splat<f64>(0));
  v128.store(leaf + 2 * width - 16, v128.splat<f64>(0));
  for (let j = 0; j < columns; ++j) {
    const column = points + <usize>j * STRIDE;
    let least = load<T>(column);
    let most = least;
    let sum: f64 = 0;
    let rest: f64 = 0;
    let at = column;
    for (let row = 0; row < rows; row += lanes<T>()) {
      const count = min(rows - row, lanes<T>());
      for (let lane = 0; lane < count; ++lane) {
        const x = load<T>(at + <usize>lane * sizeof<T>());
        least = min(least, x);
        most = max(most, x);
        const before = sum;
        sum += <f64>x;
        const part = sum - before;
        rest += before - (sum - part) + (<f64>x - part);
      }
      at += <usize>columns * STRIDE;
    }
    store<f64>(leaf + ((<usize>j) << 3), sum);
    store<f64>(leaf + width + ((<usize>j) << 3), rest);
    store<T>(low + <usize>j * sizeof<T>(), least);
    store<T>(high + <usize>j * sizeof<T>(), most);
  }
}

/** The boxes and sums of nodes of the next level. */
function unite<T>(children: usize, count: i32, columns: i32, parents: usize): void {
  const bytes = nodeBytes<T>(columns);
  const sumBytes = boxOffset(columns);
  for (let child = 0; child < count; ++child) {
    if ((child & (CHILDREN - 1)) == 0) {
      if (child > 0) parents += bytes;
      memory.copy(parents, children, bytes);
    } else {
      for (let at: usize = 0; at < sumBytes >> 1; at += 16) {
        addPairs(parents + at, parents + (sumBytes >> 1) + at, children + at, children + (sumBytes >> 1) + at, 1);
      }
      const low = boxOf(parents, columns);
      const other = boxOf(children, columns);
      for (let j: usize = 0; j < <usize>columns; ++j) {
        const at = j * sizeof<T>();
        const above = at + <usize>columns * sizeof<T>();
        store<T>(low + at, min(load<T>(low + at), load<T>(other + at)));
        store<T>(low + above, max(load<T>(low + above), load<T>(other + above)));
      }
    }
    children += bytes;
  }
}
