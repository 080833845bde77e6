import { gapBetween, leastOf } from "./gaps";
import { STRIDE, lanes } from "./layout";
import { laterLabel, squared } from "./nearest";
import { tiny as tooNear } from "./rounding";
import { movePoint, moveTogether } from "./sums";
import { CHILDREN, LEAF_ROWS, MIXED, TOP_ROWS, boxOf, firstOf, labelOf, nodeBytes, untilOf } from "./tree-nodes";

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

/** The relative error of one operation. */
// @ts-ignore: decorator
@inline
function epsilon<T>(): T {
  return sizeof<T>() == 4 ? <T>5.960464477539063e-8 : <T>1.1102230246251565e-16;
}

/** More than what operations lose to underflow. */
// @ts-ignore: decorator
@inline
function tiny<T>(): T {
  return sizeof<T>() == 4 ? <T>7.52316384526264e-37 : <T>9.332636185032189e-302;
}

/** Where squared distances are less than this, no corner of the box is too far for its distance to be told. */
// @ts-ignore: decorator
@inline
function tellable<T>(): T {
  return sizeof<T>() == 4 ? <T>8.507059173023462e37 : <T>1.1235582092889474e307;
}

/** What a step needs at every node. Laid out in the scratch of its range. */
@unmanaged
class Visit {
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
const VISIT_BYTES: usize = 128;

// @ts-ignore: decorator
@inline
function capacityOf(k: i32): usize {
  return <usize>((k + 7) & ~3);
}

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

function listAll<T>(visit: Visit, centroids: usize, k: i32, list: usize): void {
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
function endList<T>(list: usize, count: i32): void {
  const end = list + <usize>count * sizeof<T>();
  v128.store(end, v128.splat<T>(<T>Infinity));
}

// @ts-ignore: decorator
@inline
function distancesOf<T>(visit: Visit, list: usize): usize {
  return list + visit.capacity * <usize>visit.columns * sizeof<T>();
}

// @ts-ignore: decorator
@inline
function indicesOf<T>(visit: Visit, list: usize): usize {
  return list + visit.capacity * <usize>(visit.columns + 1) * sizeof<T>();
}

// @ts-ignore: decorator
@inline
function nodeAt(visit: Visit, level: i32, node: i32): usize {
  const nodes = level == 0 ? visit.leaves : level == 1 ? visit.middles : visit.tops;
  return nodes + <usize>node * visit.nodeBytes;
}

/** Rows of a node of this level, but for the last. */
// @ts-ignore: decorator
@inline
function rowsOf(level: i32): i32 {
  return LEAF_ROWS << (3 * level);
}

/** The first node that is no child of this one, of those there are. */
// @ts-ignore: decorator
@inline
function childrenEnd(visit: Visit, level: i32, node: i32): i32 {
  const size = rowsOf(level - 1);
  return min((node + 1) * CHILDREN, (visit.rows + size - 1) / size);
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

/** Assigns the rows of a leaf, each by its own distances; returns how many had another label. */
function look<T>(visit: Visit, leaf: i32, list: usize, count: i32): i32 {
  const first = leaf * LEAF_ROWS;
  const rows = min(visit.rows - first, LEAF_ROWS);
  const blocks = (rows + lanes<T>() - 1) / lanes<T>();
  const points = visit.points + <usize>(first / lanes<T>()) * <usize>visit.columns * STRIDE;
  const columns = visit.columns;
  visit.looked += count;
  if (visit.keeps) nearestAndGap<T>(visit, points, blocks, list, count);
  else nearestAlone<T>(visit, points, blocks, list, count);
  const at = nodeAt(visit, 0, leaf);
  const mark = labelOf<T>(at, columns);
  const label = load<i32>(mark);
  if (label == MIXED) {
    const moved = moveLeaf<T>(visit, first, rows);
    if (moved > 0 && occurrences(visit.next, rows, load<i32>(visit.next)) == rows) {
      store<i32>(mark, load<i32>(visit.next));
    }
    return moved;
  }
  const stay = occurrences(visit.next, rows, label);
  if (stay == rows) return 0;
  // Most rows go one way: they go together, and those that do not leave from there.
  const to = majority(visit.next, rows);
  if (to != label) moveTogether(at, rows, columns, label, to, visit.sums, visit.counts);
  store<i32>(mark, to);
  if (occurrences(visit.next, rows, to) == rows) return rows;
  store<i32>(mark, MIXED);
  fill(visit.labels + ((<usize>first) << 2), rows, to);
  moveLeaf<T>(visit, first, rows);
  return rows - stay;
}

/** Gives the rows of a mixed leaf their next labels; returns how many had others. */
function moveLeaf<T>(visit: Visit, first: i32, rows: i32): i32 {
  const labels = visit.labels + ((<usize>first) << 2);
  const points = visit.points + <usize>(first / lanes<T>()) * <usize>visit.columns * STRIDE;
  let moved = 0;
  let row = 0;
  for (; row + 8 <= rows; row += 8) {
    const at = (<usize>row) << 2;
    const differ0 = i32x4.ne(v128.load(visit.next + at), v128.load(labels + at));
    const differ1 = i32x4.ne(v128.load(visit.next + at, 16), v128.load(labels + at, 16));
    if (!v128.any_true(v128.or(differ0, differ1))) continue;
    let differ = i32x4.bitmask(differ0) | (i32x4.bitmask(differ1) << 4);
    for (; differ != 0; differ &= differ - 1) {
      moveOne<T>(visit, points, labels, row + ctz(differ));
      ++moved;
    }
  }
  for (; row < rows; ++row) {
    const at = (<usize>row) << 2;
    if (load<i32>(visit.next + at) == load<i32>(labels + at)) continue;
    moveOne<T>(visit, points, labels, row);
    ++moved;
  }
  return moved;
}

function moveOne<T>(visit: Visit, points: usize, labels: usize, row: i32): void {
  const block = <usize>(row / lanes<T>());
  const point = points + block * <usize>visit.columns * STRIDE + <usize>(row & (lanes<T>() - 1)) * sizeof<T>();
  const at = (<usize>row) << 2;
  movePoint<T>(point, visit.columns, labels + at, load<i32>(visit.next + at), visit.sums, visit.counts, 0, 0);
}

function fill(labels: usize, rows: i32, label: i32): void {
  for (const end = labels + ((<usize>rows) << 2); labels < end; labels += 4) store<i32>(labels, label);
}

/** How many of some labels are this one. */
function occurrences(labels: usize, rows: i32, label: i32): i32 {
  const wanted = i32x4.splat(label);
  let sum = i32x4.splat(0);
  let row = 0;
  for (; row + 4 <= rows; row += 4) sum = i32x4.sub(sum, i32x4.eq(v128.load(labels + ((<usize>row) << 2)), wanted));
  let count = i32x4.extract_lane(sum, 0) + i32x4.extract_lane(sum, 1);
  count += i32x4.extract_lane(sum, 2) + i32x4.extract_lane(sum, 3);
  for (; row < rows; ++row) count += load<i32>(labels + ((<usize>row) << 2)) == label ? 1 : 0;
  return count;
}

/** The label of more than half of the rows, where there is one (Boyer and Moore 1981). */
function majority(labels: usize, rows: i32): i32 {
  let label = load<i32>(labels);
  let votes = 0;
  for (let row = 0; row < rows; ++row) {
    const each = load<i32>(labels + ((<usize>row) << 2));
    if (votes == 0) label = each;
    votes += each == label ? 1 : -1;
  }
  return label;
}

function nearestAlone<T>(visit: Visit, points: usize, blocks: i32, list: usize, count: i32): void {
  if (visit.columns == 1) nearestOf<T>(visit, points, blocks, 1, list, count, false);
  else if (visit.columns == 2) nearestOf<T>(visit, points, blocks, 2, list, count, false);
  else if (visit.columns == 3) nearestOf<T>(visit, points, blocks, 3, list, count, false);
  else nearestOf<T>(visit, points, blocks, 4, list, count, false);
}

function nearestAndGap<T>(visit: Visit, points: usize, blocks: i32, list: usize, count: i32): void {
  if (visit.columns == 1) nearestOf<T>(visit, points, blocks, 1, list, count, true);
  else if (visit.columns == 2) nearestOf<T>(visit, points, blocks, 2, list, count, true);
  else if (visit.columns == 3) nearestOf<T>(visit, points, blocks, 3, list, count, true);
  else nearestOf<T>(visit, points, blocks, 4, list, count, true);
}

/**
 * The nearest of the listed centroids of every row of some blocks, as `nearest` finds it, and the least gap to the second
 * if it is wanted. `columns` and `wantsGap` are literals. Lanes beyond the last row have a gap too, which is none too many.
 */
// @ts-ignore: decorator
@inline
function nearestOf<T>(
  visit: Visit, points: usize, blocks: i32, columns: i32, list: usize, count: i32, wantsGap: bool,
): void {
  const zero = i32x4.splat(0);
  const column = visit.capacity * sizeof<T>();
  const indices = indicesOf<T>(visit, list);
  const end = list + <usize>count * sizeof<T>();
  let next = visit.next;
  let gap = v128.splat<T>(<T>Infinity);
  for (let b = 0; b < blocks; ++b) {
    for (let half = points; half < points + STRIDE; half += 16) {
      const x = v128.load(half);
      const y = columns > 1 ? v128.load(half, 32) : zero;
      const z = columns > 2 ? v128.load(half, 64) : zero;
      const w = columns > 3 ? v128.load(half, 96) : zero;
      let best = v128.splat<T>(<T>Infinity);
      let second = best;
      let label = zero;
      let index = indices;
      for (let c = list; c < end; c += sizeof<T>()) {
        let d = squared<T>(x, v128.load_splat<T>(c));
        if (columns > 1) d = v128.add<T>(d, squared<T>(y, v128.load_splat<T>(c + column)));
        if (columns > 2) d = v128.add<T>(d, squared<T>(z, v128.load_splat<T>(c + 2 * column)));
        if (columns > 3) d = v128.add<T>(d, squared<T>(w, v128.load_splat<T>(c + 3 * column)));
        label = laterLabel<T>(label, d, best, v128.load32_splat(index));
        if (wantsGap) second = v128.pmin<T>(second, v128.pmax<T>(best, d));
        best = v128.pmin<T>(best, d);
        index += 4;
      }
      if (sizeof<T>() == 4) v128.store(next, label);
      else v128.store64_lane(next, v128.shuffle<i32>(label, label, 0, 2, 0, 2), 0);
      if (wantsGap) gap = v128.pmin<T>(gap, gapBetween<T>(best, second, columns));
      next += sizeof<i32>() * (16 / sizeof<T>());
    }
    points += <usize>columns * STRIDE;
  }
  if (wantsGap) visit.gap = <f64>leastOf<T>(gap);
}

/** Lists those of the listed centroids that may be nearest to a row in the box of a node; returns how many they are. */
function strikeOut<T>(visit: Visit, node: usize, list: usize, count: i32, next: usize): i32 {
  const columns = visit.columns;
  if (columns == 1) return strikeOutOf<T>(visit, node, 1, list, count, next);
  if (columns == 2) return strikeOutOf<T>(visit, node, 2, list, count, next);
  if (columns == 3) return strikeOutOf<T>(visit, node, 3, list, count, next);
  return strikeOutOf<T>(visit, node, 4, list, count, next);
}

/**
 * For a row x in a box with middle m and half widths h, |x - z|² - |x - y|² is at least
 * |m - z|² - |m - y|² - 2 Σ h |z - y|, and where that is positive z is struck out for y, the centroid nearest to m.
 * With u for epsilon, the test is off by at most (4 columns + 14) u (|m - z|² + |h|²), and so are the two distances
 * together by (4 columns + 8) u times the same.
 */
// @ts-ignore: decorator
@inline
function strikeOutOf<T>(visit: Visit, node: usize, columns: i32, list: usize, count: i32, next: usize): i32 {
  const column = visit.capacity * sizeof<T>();
  const distances = distancesOf<T>(visit, list);
  const indices = indicesOf<T>(visit, list);
  const low = boxOf(node, columns);
  const high = low + <usize>columns * sizeof<T>();
  const end = <usize>count * sizeof<T>();
  const m0 = middle<T>(low, high);
  const m1 = columns > 1 ? middle<T>(low + sizeof<T>(), high + sizeof<T>()) : <T>0;
  const m2 = columns > 2 ? middle<T>(low + 2 * sizeof<T>(), high + 2 * sizeof<T>()) : <T>0;
  const m3 = columns > 3 ? middle<T>(low + 3 * sizeof<T>(), high + 3 * sizeof<T>()) : <T>0;
  const x = v128.splat<T>(m0);
  const y = v128.splat<T>(m1);
  const z = v128.splat<T>(m2);
  const w = v128.splat<T>(m3);
  let best = v128.splat<T>(<T>Infinity);
  for (let at: usize = 0; at < end; at += 16) {
    let d = squared<T>(x, v128.load(list + at));
    if (columns > 1) d = v128.add<T>(d, squared<T>(y, v128.load(list + column + at)));
    if (columns > 2) d = v128.add<T>(d, squared<T>(z, v128.load(list + 2 * column + at)));
    if (columns > 3) d = v128.add<T>(d, squared<T>(w, v128.load(list + 3 * column + at)));
    v128.store(distances + at, d);
    best = v128.pmin<T>(best, d);
  }
  best = v128.pmin<T>(best, v128.shuffle<i64>(best, best, 1, 0));
  if (sizeof<T>() == 4) best = v128.pmin<T>(best, v128.shuffle<i32>(best, best, 1, 0, 3, 2));
  let nearest: usize = 0;
  for (let at: usize = 0; at < end; at += 16) {
    const bits = bitmask<T>(v128.eq<T>(best, v128.load(distances + at)));
    if (bits == 0) continue;
    nearest = at + <usize>ctz(bits) * sizeof<T>();
    break;
  }

  const h0 = halfWidth<T>(low, high, m0);
  const h1 = columns > 1 ? halfWidth<T>(low + sizeof<T>(), high + sizeof<T>(), m1) : <T>0;
  const h2 = columns > 2 ? halfWidth<T>(low + 2 * sizeof<T>(), high + 2 * sizeof<T>(), m2) : <T>0;
  const h3 = columns > 3 ? halfWidth<T>(low + 3 * sizeof<T>(), high + 3 * sizeof<T>(), m3) : <T>0;
  const extent = h0 * h0 + h1 * h1 + h2 * h2 + h3 * h3;
  const reach = v128.splat<T>(extent);
  const p0 = v128.splat<T>(h0 + h0);
  const p1 = v128.splat<T>(h1 + h1);
  const p2 = v128.splat<T>(h2 + h2);
  const p3 = v128.splat<T>(h3 + h3);
  const c0 = v128.load_splat<T>(list + nearest);
  const c1 = v128.load_splat<T>(list + column + nearest);
  const c2 = v128.load_splat<T>(list + 2 * column + nearest);
  const c3 = v128.load_splat<T>(list + 3 * column + nearest);
  const factor = v128.splat<T>((<T>8 * <T>columns + <T>32) * epsilon<T>());
  const isTellable = firstOf<T>(best) + extent < tellable<T>();
  const least = v128.splat<T>(isTellable ? tiny<T>() : <T>Infinity);
  const radius = v128.splat<T>(sqrt<T>(extent));
  const more = v128.splat<T>(<T>1 + <T>16 * epsilon<T>());
  const less = v128.splat<T>(<T>0.5 - <T>32 * epsilon<T>());
  const error = v128.splat<T>(<T>8 * <T>(columns + 12) * epsilon<T>());
  const near = v128.splat<T>(tooNear<T>());
  const infinity = v128.splat<T>(<T>Infinity);
  let struck = infinity;
  const nextIndices = indicesOf<T>(visit, next);
  let left = 0;
  for (let at: usize = 0; at < end; at += 16) {
    const d = v128.load(distances + at);
    let p = v128.mul<T>(p0, v128.abs<T>(v128.sub<T>(v128.load(list + at), c0)));
    if (columns > 1) p = v128.add<T>(p, v128.mul<T>(p1, v128.abs<T>(v128.sub<T>(v128.load(list + column + at), c1))));
    if (columns > 2) p = v128.add<T>(p, v128.mul<T>(p2, v128.abs<T>(v128.sub<T>(v128.load(list + 2 * column + at), c2))));
    if (columns > 3) p = v128.add<T>(p, v128.mul<T>(p3, v128.abs<T>(v128.sub<T>(v128.load(list + 3 * column + at), c3))));
    const gap = v128.sub<T>(v128.sub<T>(d, best), p);
    const margin = v128.add<T>(v128.mul<T>(v128.add<T>(d, reach), factor), least);
    const isStruck = v128.gt<T>(gap, margin);
    if (visit.keeps) {
      // The difference of two distances is that of their squares over their sum, which is at most twice the larger.
      const far = v128.mul<T>(v128.add<T>(v128.sqrt<T>(d), radius), more);
      const apart = v128.mul<T>(v128.div<T>(v128.sub<T>(gap, margin), far), less);
      const rest = v128.sub<T>(apart, v128.add<T>(v128.mul<T>(far, error), near));
      struck = v128.pmin<T>(struck, v128.bitselect(rest, infinity, isStruck));
    }
    // What cannot be compared stays.
    let bits = bitmask<T>(v128.not(isStruck));
    const rest = count - <i32>(at / sizeof<T>());
    if (rest < <i32>(16 / sizeof<T>())) bits &= (1 << rest) - 1;
    for (; bits != 0; bits &= bits - 1) {
      const from = list + at + <usize>ctz(bits) * sizeof<T>();
      const to = next + <usize>left * sizeof<T>();
      store<T>(to, load<T>(from));
      if (columns > 1) store<T>(to + column, load<T>(from + column));
      if (columns > 2) store<T>(to + 2 * column, load<T>(from + 2 * column));
      if (columns > 3) store<T>(to + 3 * column, load<T>(from + 3 * column));
      const index = at / sizeof<T>() + <usize>ctz(bits);
      store<i32>(nextIndices + ((<usize>left) << 2), load<i32>(indices + (index << 2)));
      ++left;
    }
  }
  endList<T>(next, left);
  if (visit.keeps) visit.struck = <f64>leastOf<T>(struck);
  return left;
}

// @ts-ignore: decorator
@inline
function middle<T>(low: usize, high: usize): T {
  return load<T>(low) * <T>0.5 + load<T>(high) * <T>0.5;
}

/** Not less than how far any value lies from the middle. */
// @ts-ignore: decorator
@inline
function halfWidth<T>(low: usize, high: usize, middle: T): T {
  return max(load<T>(high) - middle, middle - load<T>(low)) * (<T>1 + <T>4 * epsilon<T>());
}

/** A bit for each lane of a comparison. */
// @ts-ignore: decorator
@inline
function bitmask<T>(compared: v128): i32 {
  return sizeof<T>() == 4 ? i32x4.bitmask(compared) : i64x2.bitmask(compared);
}
