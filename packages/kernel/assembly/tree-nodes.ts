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
//             i32             label: of all its rows, -1 where they have none, MIXED where they differ; as wide as T
//             T               until: while the clock of a step is less, no row of it has another label
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

/** Until when a node is known to keep its labels. */
// @ts-ignore: decorator
@inline
export function untilOf<T>(node: usize, columns: i32): usize {
  return labelOf<T>(node, columns) + sizeof<T>();
}

/** Bytes of a node. */
// @ts-ignore: decorator
@inline
export function nodeBytes<T>(columns: i32): usize {
  return (boxOffset(columns) + (<usize>(columns + 1) << 1) * sizeof<T>() + 15) & ~15;
}

/**
 * Puts the rows of a range, which lie one after the other, into blocks in their place, and makes the nodes over them. The
 * range begins with a node of the highest level. Labels are left alone.
 *
 * @param points   INOUT  T[rows][columns], then T[blocks][columns][lanes], from the range's first row on; lanes beyond the
 *                        last row become 0
 * @param rows     IN     number of rows in the range
 * @param columns  IN     number of columns
 * @param leaves   OUT    nodes of level 0, from the range's first on
 * @param middles  OUT    nodes of level 1
 * @param tops     OUT    nodes of level 2
 * @param scratch  OUT    room for a block
 */
export function treePlace<T>(
  points: usize, rows: i32, columns: i32, leaves: usize, middles: usize, tops: usize, scratch: usize,
): void {
  const bytes = nodeBytes<T>(columns);
  const leafBytes = <usize>(LEAF_ROWS / lanes<T>()) * <usize>columns * STRIDE;
  const count = (rows + LEAF_ROWS - 1) / LEAF_ROWS;
  for (let leaf = 0; leaf < count; ++leaf) {
    const inside = min(rows - leaf * LEAF_ROWS, LEAF_ROWS);
    intoBlocks<T>(points, inside, columns, scratch);
    summarize<T>(points, inside, columns, leaves + <usize>leaf * bytes);
    points += leafBytes;
  }
  unite<T>(leaves, count, columns, middles);
  unite<T>(middles, (count + CHILDREN - 1) / CHILDREN, columns, tops);
}

/** Turns rows into blocks in their place: as many bytes, in another order. */
function intoBlocks<T>(points: usize, rows: i32, columns: i32, scratch: usize): void {
  const bytes = <usize>columns * STRIDE;
  for (; rows > 0; rows -= lanes<T>()) {
    for (let at: usize = 0; at < bytes; at += 16) v128.store(scratch + at, v128.load(points + at));
    let from = scratch;
    for (let lane = 0; lane < lanes<T>(); ++lane) {
      const to = points + <usize>lane * sizeof<T>();
      for (let offset: usize = 0; offset < bytes; offset += STRIDE) {
        store<T>(to + offset, lane < rows ? load<T>(from) : <T>0);
        from += sizeof<T>();
      }
    }
    points += bytes;
  }
}

/** The box and the sums of the rows of a leaf: whole blocks vector by vector, then the rows that are left. */
function summarize<T>(points: usize, rows: i32, columns: i32, leaf: usize): void {
  const width = (<usize>((columns + 1) & ~1)) << 3;
  const box = boxOf(leaf, columns);
  const blockBytes = <usize>columns * STRIDE;
  const full = <usize>(rows / lanes<T>()) * blockBytes;
  // An odd last column shares a vector with nothing.
  v128.store(leaf + width - 16, v128.splat<f64>(0));
  v128.store(leaf + 2 * width - 16, v128.splat<f64>(0));
  for (let j: usize = 0; j < <usize>columns; ++j) {
    const column = points + j * STRIDE;
    let lows = v128.load_splat<T>(column);
    let highs = lows;
    let sums0 = v128.splat<f64>(0);
    let sums1 = sums0;
    let rests0 = sums0;
    let rests1 = sums0;
    for (let at = column; at < column + full; at += blockBytes) {
      const x0 = v128.load(at);
      const x1 = v128.load(at, 16);
      lows = v128.pmin<T>(lows, v128.pmin<T>(x0, x1));
      highs = v128.pmax<T>(highs, v128.pmax<T>(x0, x1));
      let y0 = sizeof<T>() == 4 ? f64x2.promote_low_f32x4(x0) : x0;
      let y1 = sizeof<T>() == 4 ? f64x2.promote_low_f32x4(x1) : x1;
      let before0 = sums0;
      let before1 = sums1;
      sums0 = f64x2.add(sums0, y0);
      sums1 = f64x2.add(sums1, y1);
      rests0 = f64x2.add(rests0, lost(before0, y0, sums0));
      rests1 = f64x2.add(rests1, lost(before1, y1, sums1));
      if (sizeof<T>() == 4) {
        y0 = f64x2.promote_low_f32x4(v128.shuffle<i64>(x0, x0, 1, 1));
        y1 = f64x2.promote_low_f32x4(v128.shuffle<i64>(x1, x1, 1, 1));
        before0 = sums0;
        before1 = sums1;
        sums0 = f64x2.add(sums0, y0);
        sums1 = f64x2.add(sums1, y1);
        rests0 = f64x2.add(rests0, lost(before0, y0, sums0));
        rests1 = f64x2.add(rests1, lost(before1, y1, sums1));
      }
    }
    // Both sums lane by lane, then the lanes.
    const both = f64x2.add(sums0, sums1);
    const swapped = v128.shuffle<i64>(both, both, 1, 0);
    const total = f64x2.add(both, swapped);
    const rests = f64x2.add(f64x2.add(rests0, rests1), lost(sums0, sums1, both));
    let sum = f64x2.extract_lane(total, 0);
    let rest = f64x2.extract_lane(rests, 0) + f64x2.extract_lane(rests, 1)
      + f64x2.extract_lane(lost(both, swapped, total), 0);
    let low = firstOf<T>(lowest<T>(lows));
    let high = firstOf<T>(highest<T>(highs));
    for (let lane = 0; lane < (rows & (lanes<T>() - 1)); ++lane) {
      const x = load<T>(column + full + <usize>lane * sizeof<T>());
      low = min(low, x);
      high = max(high, x);
      const before = sum;
      sum += <f64>x;
      const part = sum - before;
      rest += before - (sum - part) + (<f64>x - part);
    }
    store<f64>(leaf + (j << 3), sum);
    store<f64>(leaf + width + (j << 3), rest);
    store<T>(box + j * sizeof<T>(), low);
    store<T>(box + (j + <usize>columns) * sizeof<T>(), high);
  }
}

/** What rounding took from the sum of two. */
// @ts-ignore: decorator
@inline
function lost(before: v128, x: v128, sum: v128): v128 {
  const part = f64x2.sub(sum, before);
  return f64x2.add(f64x2.sub(before, f64x2.sub(sum, part)), f64x2.sub(x, part));
}

// @ts-ignore: decorator
@inline
function lowest<T>(values: v128): v128 {
  const half = v128.pmin<T>(values, v128.shuffle<i64>(values, values, 1, 0));
  return sizeof<T>() == 4 ? v128.pmin<T>(half, v128.shuffle<i32>(half, half, 1, 0, 3, 2)) : half;
}

// @ts-ignore: decorator
@inline
function highest<T>(values: v128): v128 {
  const half = v128.pmax<T>(values, v128.shuffle<i64>(values, values, 1, 0));
  return sizeof<T>() == 4 ? v128.pmax<T>(half, v128.shuffle<i32>(half, half, 1, 0, 3, 2)) : half;
}

// @ts-ignore: decorator
@inline
export function firstOf<T>(values: v128): T {
  return sizeof<T>() == 4 ? <T>f32x4.extract_lane(values, 0) : <T>f64x2.extract_lane(values, 0);
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
