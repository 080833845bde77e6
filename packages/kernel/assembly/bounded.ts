import { CHUNK_BLOCKS, STRIDE, lanes } from "./layout";
import { nearestTwo } from "./nearest";
import { moveRow } from "./sums";

// A step that looks only at rows whose label may change, after Hamerly (2010). When a row is looked at, the gap between
// its distances to the second-nearest and the nearest centroid is kept as its slack. Since then its own centroid moved at
// most so far and every other at most so far; while both together, the label's reach, are less than the slack, the
// nearest centroid is still the nearest. Reach is summed from the start of a run, and a row keeps its slack plus the reach
// of its label at that time: nothing is written for a row that is not looked at.
//
// Labels are those of `assign`, ties and rounding included: a computed squared distance is off by at most a factor of
// 1 + (columns + 2) epsilon, and by less than TINY squared where it underflows. The slack is taken so much smaller that
// the computed distances of a row that is passed over could not compare otherwise.

/** The relative error of one operation. */
// @ts-ignore: decorator
@inline
function epsilon<T>(): T {
  return sizeof<T>() == 4 ? <T>5.960464477539063e-8 : <T>1.1102230246251565e-16;
}

/** Distances below this are too near to 0 for their squares to be trusted. */
// @ts-ignore: decorator
@inline
function tiny<T>(): T {
  return sizeof<T>() == 4 ? <T>1.3877787807814457e-17 : <T>3.0549363634996047e-151;
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
 * @param reach      IN     T[1 + k]: 0 for rows without a label, then the reach of each label, rounded up
 * @param sums       INOUT  f64[k][2][width]
 * @param counts     INOUT  i32[k]
 * @param looked     INOUT  i32[1], grows by the number of rows that were looked at
 * @param scratch    OUT    room for CHUNK_BLOCKS blocks of: i32, i32, T, T, and points
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
  reach: usize,
  sums: usize,
  counts: usize,
  looked: usize,
  scratch: usize,
): i32 {
  const width = CHUNK_BLOCKS * lanes<T>();
  const list = scratch;
  const next = list + ((<usize>width) << 2);
  const gaps = next + ((<usize>width) << 2);
  const seconds = gaps + <usize>width * sizeof<T>();
  const gathered = seconds + <usize>width * sizeof<T>();
  const blockBytes = <usize>columns * STRIDE;
  const most = mostOf<T>(reach, k);
  let moved = 0;
  while (rows > 0) {
    const chunkRows = min(rows, width);
    let count = listRows<T>(labels, slack, reach, most, chunkRows, list);
    store<i32>(looked, load<i32>(looked) + count);
    // Where most rows must be looked at, all are: blocks as they lie need no gathering.
    const all = count * 4 > chunkRows * 3;
    if (all) count = chunkRows;
    else gather<T>(points, blockBytes, list, count, gathered);
    const blocks = (count + lanes<T>() - 1) / lanes<T>();
    nearestTwo<T>(all ? points : gathered, blocks, columns, centroids, k, next, gaps, seconds);
    takeGaps<T>(gaps, seconds, blocks, columns);
    for (let i = 0; i < count; ++i) {
      const row = all ? i : load<i32>(list + ((<usize>i) << 2));
      const to = load<i32>(next + ((<usize>i) << 2));
      if (to != load<i32>(labels + ((<usize>row) << 2))) {
        moveRow<T>(points, row, columns, labels, to, sums, counts, 0, 0);
        ++moved;
      }
      const since = load<T>(reach + <usize>(to + 1) * sizeof<T>());
      const gap = load<T>(gaps + <usize>i * sizeof<T>());
      store<T>(slack + <usize>row * sizeof<T>(), gap + since * (<T>1 - <T>4 * epsilon<T>()));
    }
    points += <usize>CHUNK_BLOCKS * blockBytes;
    labels += (<usize>chunkRows) << 2;
    slack += <usize>chunkRows * sizeof<T>();
    rows -= chunkRows;
  }
  return moved;
}

/**
 * Lists the rows whose slack does not outlast the reach of their label, and says how many they are. Most rows outlast
 * the reach of any label, `most`, and are passed over by the block.
 */
function listRows<T>(labels: usize, slack: usize, reach: usize, most: T, rows: i32, list: usize): i32 {
  const limits = v128.splat<T>(most);
  let count = 0;
  let row = 0;
  for (; row + lanes<T>() <= rows; row += lanes<T>()) {
    const at = slack + <usize>row * sizeof<T>();
    const outlast = v128.and(v128.gt<T>(v128.load(at), limits), v128.gt<T>(v128.load(at, 16), limits));
    if (!v128.all_true<i32>(outlast)) count = listSome<T>(labels, slack, reach, row, row + lanes<T>(), list, count);
  }
  return listSome<T>(labels, slack, reach, row, rows, list, count);
}

// @ts-ignore: decorator
@inline
function listSome<T>(
  labels: usize, slack: usize, reach: usize, row: i32, end: i32, list: usize, count: i32,
): i32 {
  for (; row < end; ++row) {
    store<i32>(list + ((<usize>count) << 2), row);
    const label = load<i32>(labels + ((<usize>row) << 2));
    const limit = load<T>(reach + <usize>(label + 1) * sizeof<T>());
    count += i32(!(load<T>(slack + <usize>row * sizeof<T>()) > limit));
  }
  return count;
}

/** The largest reach of all labels. */
function mostOf<T>(reach: usize, k: i32): T {
  let most = load<T>(reach);
  for (let c = 1; c <= k; ++c) most = max<T>(most, load<T>(reach + <usize>c * sizeof<T>()));
  return most;
}

/** Copies the listed rows into blocks of their own. */
function gather<T>(points: usize, blockBytes: usize, list: usize, count: i32, gathered: usize): void {
  for (let i = 0; i < count; ++i) {
    const from = at<T>(points, blockBytes, load<i32>(list + ((<usize>i) << 2)));
    const to = at<T>(gathered, blockBytes, i);
    for (let offset: usize = 0; offset < blockBytes; offset += STRIDE) store<T>(to + offset, load<T>(from + offset));
  }
}

// @ts-ignore: decorator
@inline
function at<T>(blocks: usize, blockBytes: usize, row: i32): usize {
  const block = row / lanes<T>();
  return blocks + <usize>block * blockBytes + <usize>(row - block * lanes<T>()) * sizeof<T>();
}

/** Turns squared distances to the nearest centroid, IN `gaps`, into what is safely left of the gap to the second. */
function takeGaps<T>(gaps: usize, seconds: usize, blocks: i32, columns: i32): void {
  const error = <T>(columns + 12) * epsilon<T>();
  const less = v128.splat<T>(<T>1 - error);
  const more = v128.splat<T>(<T>1 + <T>5 * error);
  const least = v128.splat<T>(tiny<T>());
  const end = gaps + <usize>blocks * STRIDE;
  for (; gaps < end; gaps += 16) {
    const near = v128.add<T>(v128.mul<T>(v128.sqrt<T>(v128.load(gaps)), more), least);
    const far = v128.mul<T>(v128.sqrt<T>(v128.load(seconds)), less);
    v128.store(gaps, v128.sub<T>(far, near));
    seconds += 16;
  }
}
