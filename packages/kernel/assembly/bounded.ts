import { moveRows } from "./assign";
import { gatherRows, pointAt } from "./gather";
import { gapBetween, leastOf } from "./gaps";
import { CHUNK_BLOCKS, STRIDE, lanes } from "./layout";
import { nearestTwo } from "./nearest";
import { GROUP_ROWS, SPAN_CHUNKS, doubtOf, groupBytes, labelRounded, listedBefore } from "./quantized";
import { roundedGaps } from "./rounded-gaps";
import { epsilon } from "./rounding";
import { movePoint } from "./sums";

// A step that looks only at rows whose label may change, after Hamerly (2010). When a row is looked at, the gap between
// its distances to the second-nearest and the nearest centroid is kept as its slack. Since then its own centroid moved at
// most so far and every other at most so far; while both together, the label's reach, are less than the slack, the
// nearest centroid is still the nearest. Reach is summed from the start of a run, and a row keeps its slack plus the reach
// of its label at that time: nothing is written for a row that is not looked at. A chunk of rows keeps the least slack of
// its rows, beside a reach that grows as fast as any label's: where it lasts, not even labels are read.
//
// Labels are those of `assign`, ties and rounding included: a computed squared distance is off by at most a factor of
// 1 + (columns + 2) epsilon, and by less than TINY squared where it underflows. The slack is taken so much smaller that
// the computed distances of a row that is passed over could not compare otherwise.

/** What rounding may take from a reach or a slack, however they were summed, relative to them. */
// @ts-ignore: decorator
@inline
function safely<T>(value: T): T {
  return value * (<T>1 - <T>32 * epsilon<T>());
}

/**
 * Assigns rows to their nearest centroid, as `assign` does, without looking at those that cannot have moved. Rows have
 * no weights, and inertia is not taken: rows that are passed over have no distance.
 *
 * @param points     IN     T[blocks][columns][lanes], from the range's first block on
 * @param rows       IN     number of rows in the range
 * @param columns    IN     number of columns
 * @param centroids  IN     T[k][columns]
 * @param k          IN     number of centroids
 * @param labels     INOUT  i32[rows], from the range's first row on; -1 where there is none yet
 * @param slack      INOUT  T[rows], from the range's first row on; -Infinity for a row that must be looked at
 * @param chunkSlack INOUT  T[chunks], from the range's first chunk on; -Infinity for a chunk that must be looked at
 * @param reach      IN     T[1 + k], rounded up: the most that any label's reach can have grown, then that of each label
 * @param sums       INOUT  f64[k][2][width]
 * @param counts     INOUT  i32[k]
 * @param looked     INOUT  i32[1], grows by the number of rows that were looked at
 * @param quantized  IN     as for `assignQuantized`, like the four that follow; 0 where centroids are not rounded
 * @param scratch    OUT    room for CHUNK_BLOCKS blocks of: i32[2 SPAN_CHUNKS + 1], T, T, and points
 * @returns number of rows whose label changed
 */
export function assignBounded<T>(
  points: usize,
  rows: i32,
  columns: i32,
  centroids: usize,
  k: i32,
  labels: usize,
  slack: usize,
  chunkSlack: usize,
  reach: usize,
  sums: usize,
  counts: usize,
  looked: usize,
  quantized: usize,
  extents: usize,
  rounded: usize,
  tags: i32,
  rule: usize,
  scratch: usize,
): i32 {
  const width = CHUNK_BLOCKS * lanes<T>();
  const clock = load<T>(reach);
  let moved = 0;
  for (; rows > 0; rows -= width) {
    if (!(load<T>(chunkSlack) > clock)) {
      moved += look<T>(
        points, min(rows, width), columns, centroids, k, labels, slack, chunkSlack, reach, sums, counts, looked,
        quantized, extents, rounded, tags, rule, scratch,
      );
      store<T>(chunkSlack, load<T>(chunkSlack) + safely<T>(clock));
    }
    points += <usize>CHUNK_BLOCKS * <usize>columns * STRIDE;
    labels += (<usize>width) << 2;
    slack += <usize>width * sizeof<T>();
    chunkSlack += sizeof<T>();
    if (quantized != 0) {
      quantized += <usize>(width / GROUP_ROWS) * groupBytes(columns);
      extents += 16;
    }
  }
  return moved;
}

/** Looks at the rows of one chunk that may have moved. Into `chunkSlack` goes the least slack beyond reach that is left. */
function look<T>(
  points: usize, rows: i32, columns: i32, centroids: usize, k: i32, labels: usize, slack: usize, chunkSlack: usize,
  reach: usize, sums: usize, counts: usize, looked: usize, quantized: usize, extents: usize, rounded: usize, tags: i32,
  rule: usize, scratch: usize,
): i32 {
  const width = <usize>(CHUNK_BLOCKS * lanes<T>());
  const next = scratch + (width << 2);
  const gaps = scratch + <usize>(2 * SPAN_CHUNKS + 1) * (width << 2);
  const seconds = gaps + width * sizeof<T>();
  const gathered = seconds + width * sizeof<T>();
  store<T>(chunkSlack, <T>Infinity);
  const count = listRows<T>(labels, slack, chunkSlack, reach, rows, scratch);
  store<i32>(looked, load<i32>(looked) + count);
  // Where most rows must be looked at, all are: blocks as they lie need no gathering.
  if (count * 4 > rows * 3) {
    const blocks = (rows + lanes<T>() - 1) / lanes<T>();
    if (quantized == 0) {
      nearestTwo<T>(points, blocks, columns, centroids, k, next, gaps, seconds);
      takeGaps<T>(gaps, seconds, blocks, columns);
    } else {
      lookRounded<T>(points, rows, columns, centroids, k, quantized, extents, rounded, tags, rule, scratch);
    }
    store<T>(chunkSlack, <T>Infinity);
    const full = rows / lanes<T>();
    const moved = moveRows<T>(points, rows, columns, next, labels, sums, counts, 0, 0, scratch, gathered);
    keepBlocks<T>(full, slack, chunkSlack, reach, next, gaps);
    for (let row = full * lanes<T>(); row < rows; ++row) store<i32>(scratch + ((<usize>row) << 2), row);
    return moved + keepRows<T>(
      points, full * lanes<T>(), rows, columns, labels, slack, chunkSlack, reach, sums, counts, scratch, next, gaps,
    );
  }
  gatherRows<T>(points, columns, scratch, count, gathered);
  const blocks = (count + lanes<T>() - 1) / lanes<T>();
  nearestTwo<T>(gathered, blocks, columns, centroids, k, next, gaps, seconds);
  takeGaps<T>(gaps, seconds, blocks, columns);
  return keepRows<T>(points, 0, count, columns, labels, slack, chunkSlack, reach, sums, counts, scratch, next, gaps);
}

/**
 * Next labels and gaps of a whole chunk from rounded rows, and in full for those in doubt. Its scratch: a list, the next
 * labels, the two least s; labels and distances of those in doubt; and where `look` has them, gaps and gathered points.
 */
function lookRounded<T>(
  points: usize, rows: i32, columns: i32, centroids: usize, k: i32, quantized: usize, extents: usize, rounded: usize,
  tags: i32, rule: usize, scratch: usize,
): void {
  const width = <usize>(CHUNK_BLOCKS * lanes<T>());
  const next = scratch + (width << 2);
  const bests = next + (width << 2);
  const leasts = bests + (width << 2);
  const exact = leasts + (width << 2);
  const nearer = exact + (width << 2);
  const second = nearer + width * sizeof<T>();
  const gaps = scratch + <usize>(2 * SPAN_CHUNKS + 1) * (width << 2);
  const gathered = gaps + 2 * width * sizeof<T>();
  const groups = (rows + GROUP_ROWS - 1) / GROUP_ROWS;
  const doubt = doubtOf(rule, extents);
  const listed = labelRounded(
    quantized, groups, columns, rounded, k, tags, doubt, next, 0, scratch, 0, bests, leasts,
  );
  roundedGaps<T>(bests, leasts, groups * GROUP_ROWS, columns, doubt, load<f64>(extents, 8), rule, gaps);
  const doubtful = listedBefore(rows, scratch, listed);
  if (doubtful == 0) return;
  const blocks = (doubtful + lanes<T>() - 1) / lanes<T>();
  gatherRows<T>(points, columns, scratch, doubtful, gathered);
  nearestTwo<T>(gathered, blocks, columns, centroids, k, exact, nearer, second);
  takeGaps<T>(nearer, second, blocks, columns);
  for (let i: usize = 0; i < <usize>doubtful; ++i) {
    const row = <usize>load<i32>(scratch + (i << 2));
    store<i32>(next + (row << 2), load<i32>(exact + (i << 2)));
    store<T>(gaps + row * sizeof<T>(), load<T>(nearer + i * sizeof<T>()));
  }
}

/** Lists the rows whose slack does not outlast the reach of their label, and says how many they are. */
function listRows<T>(labels: usize, slack: usize, chunkSlack: usize, reach: usize, rows: i32, list: usize): i32 {
  const safe = v128.splat<T>(safely<T>(<T>1));
  const infinity = v128.splat<T>(<T>Infinity);
  let least0 = infinity;
  let least1 = infinity;
  let count = 0;
  let row = 0;
  for (; row + lanes<T>() <= rows; row += lanes<T>()) {
    const at = labels + ((<usize>row) << 2);
    const limit0 = reachOf<T>(reach, at);
    const limit1 = reachOf<T>(reach, at + (labelBytes<T>() >> 1));
    const kept0 = v128.load(slack + <usize>row * sizeof<T>());
    const kept1 = v128.load(slack + <usize>row * sizeof<T>(), 16);
    const passed0 = v128.gt<T>(kept0, limit0);
    const passed1 = v128.gt<T>(kept1, limit1);
    const rest0 = v128.sub<T>(v128.mul<T>(kept0, safe), limit0);
    const rest1 = v128.sub<T>(v128.mul<T>(kept1, safe), limit1);
    least0 = v128.pmin<T>(least0, v128.bitselect(rest0, infinity, passed0));
    least1 = v128.pmin<T>(least1, v128.bitselect(rest1, infinity, passed1));
    if (v128.all_true<i32>(v128.and(passed0, passed1))) continue;
    const passed = bitmask<T>(passed0) | (bitmask<T>(passed1) << (lanes<T>() >> 1));
    for (let lane = 0; lane < lanes<T>(); ++lane) {
      store<i32>(list + ((<usize>count) << 2), row + lane);
      count += ((passed >> lane) & 1) ^ 1;
    }
  }
  keepLeast<T>(chunkSlack, leastOf<T>(v128.pmin<T>(least0, least1)));
  for (; row < rows; ++row) {
    const label = load<i32>(labels + ((<usize>row) << 2));
    const limit = load<T>(reach + <usize>(label + 1) * sizeof<T>());
    const kept = load<T>(slack + <usize>row * sizeof<T>());
    if (kept > limit) keepLeast<T>(chunkSlack, safely<T>(kept) - limit);
    else {
      store<i32>(list + ((<usize>count) << 2), row);
      ++count;
    }
  }
  return count;
}

/** Gives the listed rows from `first` to `end` their new labels and slack, and says how many had other labels. */
function keepRows<T>(
  points: usize, first: i32, end: i32, columns: i32, labels: usize, slack: usize, chunkSlack: usize, reach: usize,
  sums: usize, counts: usize, list: usize, next: usize, gaps: usize,
): i32 {
  let least = <T>Infinity;
  let moved = 0;
  for (let i = first; i < end; ++i) {
    const row = load<i32>(list + ((<usize>i) << 2));
    const to = load<i32>(next + ((<usize>i) << 2));
    if (to != load<i32>(labels + ((<usize>row) << 2))) {
      const label = labels + ((<usize>row) << 2);
      movePoint<T>(pointAt<T>(points, columns, row), columns, label, to, sums, counts, 0, 0);
      ++moved;
    }
    const since = load<T>(reach + <usize>(to + 1) * sizeof<T>());
    const kept = load<T>(gaps + <usize>i * sizeof<T>()) + safely<T>(since);
    store<T>(slack + <usize>row * sizeof<T>(), kept);
    const rest = safely<T>(kept) - since;
    if (rest < least) least = rest;
  }
  keepLeast<T>(chunkSlack, least);
  return moved;
}

/** Gives the rows of full blocks, all of them looked at, the slack that goes with their next labels. */
function keepBlocks<T>(
  blocks: i32, slack: usize, chunkSlack: usize, reach: usize, next: usize, gaps: usize,
): void {
  const safe = v128.splat<T>(safely<T>(<T>1));
  let least0 = v128.splat<T>(<T>Infinity);
  let least1 = least0;
  for (let b = 0; b < blocks; ++b) {
    const to = next + <usize>b * labelBytes<T>();
    const since0 = reachOf<T>(reach, to);
    const since1 = reachOf<T>(reach, to + (labelBytes<T>() >> 1));
    const at = <usize>b * STRIDE;
    const kept0 = v128.add<T>(v128.load(gaps + at), v128.mul<T>(since0, safe));
    const kept1 = v128.add<T>(v128.load(gaps + at, 16), v128.mul<T>(since1, safe));
    v128.store(slack + at, kept0);
    v128.store(slack + at, kept1, 16);
    least0 = v128.pmin<T>(least0, v128.sub<T>(v128.mul<T>(kept0, safe), since0));
    least1 = v128.pmin<T>(least1, v128.sub<T>(v128.mul<T>(kept1, safe), since1));
  }
  keepLeast<T>(chunkSlack, leastOf<T>(v128.pmin<T>(least0, least1)));
}

/** Bytes of a block's labels. */
// @ts-ignore: decorator
@inline
function labelBytes<T>(): usize {
  return sizeof<i32>() * (STRIDE / sizeof<T>());
}

/** The reach of the labels of half a block, or of those without a label. */
// @ts-ignore: decorator
@inline
function reachOf<T>(reach: usize, labels: usize): v128 {
  const first = reach + sizeof<T>() + <usize>load<i32>(labels) * sizeof<T>();
  const second = reach + sizeof<T>() + <usize>load<i32>(labels, 4) * sizeof<T>();
  if (sizeof<T>() == 8) return v128.load64_lane(second, v128.load64_zero(first), 1);
  const third = reach + sizeof<T>() + <usize>load<i32>(labels, 8) * sizeof<T>();
  const fourth = reach + sizeof<T>() + <usize>load<i32>(labels, 12) * sizeof<T>();
  const half = v128.load32_lane(second, v128.load32_zero(first), 1);
  return v128.load32_lane(fourth, v128.load32_lane(third, half, 2), 3);
}

/** A bit for each lane of a comparison. */
// @ts-ignore: decorator
@inline
function bitmask<T>(compared: v128): i32 {
  return sizeof<T>() == 4 ? i32x4.bitmask(compared) : i64x2.bitmask(compared);
}

// @ts-ignore: decorator
@inline
function keepLeast<T>(at: usize, value: T): void {
  if (value < load<T>(at)) store<T>(at, value);
}

/** Turns squared distances to the nearest centroid, IN `gaps`, into what is safely left of the gap to the second. */
function takeGaps<T>(gaps: usize, seconds: usize, blocks: i32, columns: i32): void {
  const end = gaps + <usize>blocks * STRIDE;
  for (; gaps < end; gaps += 16) {
    v128.store(gaps, gapBetween<T>(v128.load(gaps), v128.load(seconds), columns));
    seconds += 16;
  }
}
