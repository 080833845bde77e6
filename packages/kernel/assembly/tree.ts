import { lanes } from "./layout";
import { moveTogether } from "./sums";
import { fill, look, moveLeaf } from "./tree-leaf";
import { CHILDREN, LEAF_ROWS, MIXED, TOP_ROWS, labelOf, nodeBytes, untilOf } from "./tree-nodes";
import { epsilon, strikeOut } from "./tree-strike";
import { VISIT_BYTES, Visit, capacityOf, childrenEnd, indicesOf, listAll, nodeAt, rowsOf } from "./tree-visit";

// A step on a tree (Pelleg and Moore 1999; Kanungo et al. 2002): from the top down, each node takes from its parent the
// list of centroids that may be nearest to one of its rows, and strikes out those that are not: whatever is farther than
// another one from every corner of its box. Where one is left, the rows go there together, by the sums of the node; at a
// leaf, rows are looked at for what is left.
//
//   list   T[columns][capacity]  centroids, column by column
//          T[capacity]           squared distances to the middle of the box
//          i32[capacity]         their indices, ascending
//          capacity: k rounded up to a multiple of 4, and 4 more; behind the last centroid, column 0 is infinite
//
// Late steps move centroids but little. Where a clock runs, which says how far any two centroids can have come nearer to
// each other's rows since it began, each node learns until when its rows keep their labels, by the least gap between the
// distances to the nearest centroid and to any other (Hamerly 2010, for boxes of rows), and is passed over until then.
//
// Labels are those of `assign`, to the bit. What is struck out is farther by more than rounding can take from the
// distances that `nearest` computes, wherever in the box the row lies, and from the test itself; ties stay.

/**
 * Assigns rows to their nearest centroid, as `assign` does. Inertia is not taken.
 *
 * @param points     IN     T[blocks][columns][lanes] in the tree's order, from the range's first block on
 * @param rows       IN     number of rows in the range, which begins with a node of the highest level
 * @param columns    IN     number of columns, 1 to 4
 * @param centroids  IN     T[k][columns]
 * @param k          IN     number of centroids
 * @param labels     INOUT  i32[rows] in the tree's order, from the range's first row on
 * @param leaves     INOUT  nodes of level 0, from the range's first on
 * @param middles    INOUT  nodes of level 1
 * @param tops       INOUT  nodes of level 2
 * @param sums       INOUT  f64[k][2][width]
 * @param counts     INOUT  i32[k]
 * @param looked     INOUT  i32[1], grows by the number of centroids that the rows of each leaf were held against
 * @param clock      IN     T[1], rounded up: how much smaller any gap can have become since no node knew an until; Infinity
 *                          where nodes are not to learn it
 * @param scratch    OUT    as `treeScratchBytes` in the loader says
 * @returns number of rows whose label changed
 */
export function treeAssign<T>(
  points: usize, rows: i32, columns: i32, centroids: usize, k: i32, labels: usize, leaves: usize, middles: usize,
  tops: usize, sums: usize, counts: usize, looked: usize, clock: usize, scratch: usize,
): i32 {
  const visit = changetype<Visit>(scratch);
  visit.points = points;
  visit.labels = labels;
  visit.rows = rows;
  visit.columns = columns;
  visit.leaves = leaves;
  visit.middles = middles;
  visit.tops = tops;
  visit.nodeBytes = nodeBytes<T>(columns);
  visit.sums = sums;
  visit.counts = counts;
  visit.capacity = capacityOf(k);
  visit.listBytes = visit.capacity * (<usize>(columns + 1) * sizeof<T>() + 4);
  visit.next = scratch + VISIT_BYTES;
  visit.looked = 0;
  visit.keeps = load<T>(clock) < <T>Infinity;
  visit.clock = <f64>load<T>(clock);
  visit.struck = Infinity;
  const list = visit.next + (LEAF_ROWS << 2);
  listAll<T>(visit, centroids, k, list);
  const count = (rows + TOP_ROWS - 1) / TOP_ROWS;
  let moved = 0;
  for (let top = 0; top < count; ++top) moved += descend<T>(visit, 2, top, list, k, <T>Infinity);
  store<i32>(looked, load<i32>(looked) + visit.looked);
  return moved;
}

/**
 * Assigns the rows of a node to the nearest of the listed centroids; returns how many had another label.
 *
 * @param gap the least gap of what was struck out already
 */
function descend<T>(visit: Visit, level: i32, node: i32, list: usize, count: i32, gap: T): i32 {
  const at = nodeAt(visit, level, node);
  const until = untilOf<T>(at, visit.columns);
  if (visit.keeps && load<T>(until) > <T>visit.clock) return 0;
  const next = list + visit.listBytes;
  const left = strikeOut<T>(visit, at, list, count, next);
  const rest = min<T>(gap, <T>visit.struck);
  if (left == 1) {
    if (visit.keeps) store<T>(until, untilAfter<T>(visit, rest));
    return give<T>(visit, level, node, load<i32>(indicesOf<T>(visit, next)));
  }
  if (level == 0) {
    const moved = look<T>(visit, node, next, left);
    if (visit.keeps) store<T>(until, untilAfter<T>(visit, min<T>(rest, <T>visit.gap)));
    return moved;
  }
  const mark = labelOf<T>(at, visit.columns);
  const label = load<i32>(mark);
  const first = node * CHILDREN;
  const end = childrenEnd(visit, level, node);
  if (label != MIXED) markAll<T>(visit, level - 1, first, end, label);
  let moved = 0;
  for (let child = first; child < end; ++child) moved += descend<T>(visit, level - 1, child, next, left, rest);
  if (visit.keeps) store<T>(until, earliest<T>(visit, level - 1, first, end));
  store<i32>(mark, common<T>(visit, level - 1, first, end));
  return moved;
}

/** When a gap will be used up; what rounding may take from a sum of shifts is left out. */
// @ts-ignore: decorator
@inline
function untilAfter<T>(visit: Visit, gap: T): T {
  return gap + <T>visit.clock * (<T>1 - <T>32 * epsilon<T>());
}

/** The earliest until of some nodes. */
function earliest<T>(visit: Visit, level: i32, first: i32, end: i32): T {
  let until = <T>Infinity;
  for (let node = first; node < end; ++node) {
    until = min<T>(until, load<T>(untilOf<T>(nodeAt(visit, level, node), visit.columns)));
  }
  return until;
}

/** Sets the label of some nodes. */
function markAll<T>(visit: Visit, level: i32, first: i32, end: i32, label: i32): void {
  for (let node = first; node < end; ++node) store<i32>(labelOf<T>(nodeAt(visit, level, node), visit.columns), label);
}

/** The label that some nodes have in common, or MIXED. */
function common<T>(visit: Visit, level: i32, first: i32, end: i32): i32 {
  const label = load<i32>(labelOf<T>(nodeAt(visit, level, first), visit.columns));
  for (let node = first + 1; node < end; ++node) {
    if (load<i32>(labelOf<T>(nodeAt(visit, level, node), visit.columns)) != label) return MIXED;
  }
  return label;
}

/** Gives all rows of a node to one centroid; returns how many had another label. */
function give<T>(visit: Visit, level: i32, node: i32, to: i32): i32 {
  const at = nodeAt(visit, level, node);
  const mark = labelOf<T>(at, visit.columns);
  const label = load<i32>(mark);
  if (label == to) return 0;
  const first = node * rowsOf(level);
  const rows = min(visit.rows - first, rowsOf(level));
  let moved = rows;
  if (label != MIXED) {
    moveTogether(at, rows, visit.columns, label, to, visit.sums, visit.counts);
  } else if (level > 0) {
    moved = 0;
    const end = childrenEnd(visit, level, node);
    for (let child = node * CHILDREN; child < end; ++child) moved += give<T>(visit, level - 1, child, to);
  } else {
    fill(visit.next, rows, to);
    moved = moveLeaf<T>(visit, first, rows);
  }
  store<i32>(mark, to);
  return moved;
}
