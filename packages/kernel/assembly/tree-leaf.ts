import { gapBetween, leastOf } from "./gaps";
import { STRIDE, lanes } from "./layout";
import { laterLabel, squared } from "./nearest";
import { movePoint, moveTogether } from "./sums";
import { LEAF_ROWS, MIXED, labelOf } from "./tree-nodes";
import { bitmask } from "./tree-strike";
import { Visit, indicesOf, nodeAt } from "./tree-visit";

// The rows of a leaf, each by its own distances.

/** Assigns the rows of a leaf, each by its own distances; returns how many had another label. */
export function look<T>(visit: Visit, leaf: i32, list: usize, count: i32): i32 {
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
export function moveLeaf<T>(visit: Visit, first: i32, rows: i32): i32 {
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

export function fill(labels: usize, rows: i32, label: i32): void {
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
