import { treeAssign } from "./tree";
import { CHILDREN, LEAF_ROWS, nodeBytes } from "./tree-nodes";

// What a step on a tree needs at every node: its data, its nodes, and lists of centroids, coordinate by coordinate.

/** What a step needs at every node. Laid out in the scratch of its range. */
@unmanaged
export class Visit {
  points: usize;
  labels: usize;
  rows: i32;
  columns: i32;
  leaves: usize;
  middles: usize;
  tops: usize;
  nodeBytes: usize;
  sums: usize;
  counts: usize;
  capacity: usize;
  listBytes: usize;
  next: usize;
  looked: i32;
  /** Whether the clock runs. */
  keeps: bool;
  clock: f64;
  /** The least gap of what was struck out last, where the clock runs. */
  struck: f64;
  /** The least gap of the rows that were looked at last. */
  gap: f64;
}

/** Bytes of what `treeAssign` keeps before its lists. */
export const VISIT_BYTES: usize = 128;

// @ts-ignore: decorator
@inline
export function capacityOf(k: i32): usize {
  return <usize>((k + 7) & ~3);
}

export function listAll<T>(visit: Visit, centroids: usize, k: i32, list: usize): void {
  for (let i: usize = 0; i < <usize>k; ++i) {
    for (let j: usize = 0; j < <usize>visit.columns; ++j) {
      store<T>(list + (j * visit.capacity + i) * sizeof<T>(), load<T>(centroids));
      centroids += sizeof<T>();
    }
    store<i32>(indicesOf<T>(visit, list) + (i << 2), <i32>i);
  }
  endList<T>(list, k);
}

/** Lanes behind the last centroid are infinitely far. */
// @ts-ignore: decorator
@inline
export function endList<T>(list: usize, count: i32): void {
  const end = list + <usize>count * sizeof<T>();
  v128.store(end, v128.splat<T>(<T>Infinity));
}

// @ts-ignore: decorator
@inline
export function distancesOf<T>(visit: Visit, list: usize): usize {
  return list + visit.capacity * <usize>visit.columns * sizeof<T>();
}

// @ts-ignore: decorator
@inline
export function indicesOf<T>(visit: Visit, list: usize): usize {
  return list + visit.capacity * <usize>(visit.columns + 1) * sizeof<T>();
}

// @ts-ignore: decorator
@inline
export function nodeAt(visit: Visit, level: i32, node: i32): usize {
  const nodes = level == 0 ? visit.leaves : level == 1 ? visit.middles : visit.tops;
  return nodes + <usize>node * visit.nodeBytes;
}

/** Rows of a node of this level, but for the last. */
// @ts-ignore: decorator
@inline
export function rowsOf(level: i32): i32 {
  return LEAF_ROWS << (3 * level);
}

/** The first node that is no child of this one, of those there are. */
// @ts-ignore: decorator
@inline
export function childrenEnd(visit: Visit, level: i32, node: i32): i32 {
  const size = rowsOf(level - 1);
  return min((node + 1) * CHILDREN, (visit.rows + size - 1) / size);
}
