import { gatherRows, pointAt } from "./gather";
import { CHUNK_BLOCKS, STRIDE, lanes } from "./layout";
import { nearest } from "./nearest";
import { movePoint } from "./sums";

// One step of Lloyd's algorithm over some blocks. A label is compared with the one before, and only a row whose label
// changed touches sums and counts: late iterations, where nearly nothing moves, cost little more than the distances.

/**
 * Assigns rows to their nearest centroid and carries what changed into the partial results of their partition.
 *
 * Inertia is summed in float64, first within a chunk and then over the chunks: a range may be split into several calls
 * at multiples of CHUNK_BLOCKS and gives the same bits.
 *
 * @param points      IN     T[blocks][columns][lanes], from the range's first block on
 * @param blocks      IN     number of blocks in the range
 * @param rows        IN     number of rows in the range; only the last block may hold fewer than its lanes
 * @param columns     IN     number of columns
 * @param centroids   IN     T[k][columns]
 * @param k           IN     number of centroids
 * @param labels      INOUT  i32[rows], from the range's first row on; -1 where there is none yet
 * @param sums        INOUT  f64[k][2][width]
 * @param counts      INOUT  i32[k]
 * @param weightSums  INOUT  f64[k][2]; untouched where `weights` is 0
 * @param weights     IN     f64[rows] from the range's first row on, or 0
 * @param inertia     INOUT  f64[1], or 0 where it is not wanted
 * @param scratch     OUT    room for CHUNK_BLOCKS blocks of: i32, T, i32, and points
 * @returns number of rows whose label changed
 */
export function assign<T>(
  points: usize,
  blocks: i32,
  rows: i32,
  columns: i32,
  centroids: usize,
  k: i32,
  labels: usize,
  sums: usize,
  counts: usize,
  weightSums: usize,
  weights: usize,
  inertia: usize,
  scratch: usize,
): i32 {
  const distances = scratch + sizeof<i32>() * <usize>(CHUNK_BLOCKS * lanes<T>());
  const list = distances + sizeof<T>() * <usize>(CHUNK_BLOCKS * lanes<T>());
  const gathered = list + sizeof<i32>() * <usize>(CHUNK_BLOCKS * lanes<T>());
  let moved = 0;
  while (blocks > 0) {
    const chunk = min(blocks, CHUNK_BLOCKS);
    const chunkRows = min(rows, chunk * lanes<T>());
    nearest<T>(points, chunk, columns, centroids, k, scratch, distances);
    moved += moveRows<T>(
      points, chunkRows, columns, scratch, labels, sums, counts, weightSums, weights, list, gathered,
    );
    if (inertia != 0) {
      const cost = weights == 0 ? total<T>(distances, chunkRows) : weightedTotal<T>(distances, weights, chunkRows);
      store<f64>(inertia, load<f64>(inertia) + cost);
    }
    points += <usize>chunk * <usize>columns * STRIDE;
    labels += (<usize>chunkRows) << 2;
    if (weights != 0) weights += (<usize>chunkRows) << 3;
    rows -= chunkRows;
    blocks -= chunk;
  }
  return moved;
}

/**
 * Gives rows their next labels where these are others, and carries them into sums and counts. Where few
 * move, their points are first copied together: far apart in memory as they are, they come at the same time so, and not
 * one after the other.
 *
 * @param next      IN   i32[rows]; all else as for `assign`
 * @param list      OUT  i32[rows]
 * @param gathered  OUT  room for CHUNK_BLOCKS blocks
 * @returns number of rows whose label changed
 */
export function moveRows<T>(
  points: usize,
  rows: i32,
  columns: i32,
  next: usize,
  labels: usize,
  sums: usize,
  counts: usize,
  weightSums: usize,
  weights: usize,
  list: usize,
  gathered: usize,
): i32 {
  const moved = listMoved(rows, next, labels, list);
  const apart = moved * 4 < rows;
  for (let first = 0; first < moved; first += CHUNK_BLOCKS * lanes<T>()) {
    const count = min(moved - first, CHUNK_BLOCKS * lanes<T>());
    const piece = list + ((<usize>first) << 2);
    if (apart) gatherRows<T>(points, columns, piece, count, gathered);
    for (let i = 0; i < count; ++i) {
      const row = load<i32>(piece + ((<usize>i) << 2));
      const point = apart ? pointAt<T>(gathered, columns, i) : pointAt<T>(points, columns, row);
      const at = (<usize>row) << 2;
      const weight = weights == 0 ? <usize>0 : weights + (at << 1);
      movePoint<T>(point, columns, labels + at, load<i32>(next + at), sums, counts, weightSums, weight);
    }
  }
  return moved;
}

/** Lists the rows whose next label is another, and says how many they are. */
function listMoved(rows: i32, next: usize, labels: usize, list: usize): i32 {
  let moved = 0;
  let row = 0;
  for (; row + 8 <= rows; row += 8) {
    const at = (<usize>row) << 2;
    const differ0 = i32x4.ne(v128.load(next + at), v128.load(labels + at));
    const differ1 = i32x4.ne(v128.load(next + at, 16), v128.load(labels + at, 16));
    let differ = i32x4.bitmask(differ0) | (i32x4.bitmask(differ1) << 4);
    // Lane by lane a branch would guess wrong at each row that moves.
    for (; differ != 0; differ &= differ - 1) {
      store<i32>(list + ((<usize>moved) << 2), row + ctz(differ));
      ++moved;
    }
  }
  for (; row < rows; ++row) {
    const at = (<usize>row) << 2;
    if (load<i32>(next + at) == load<i32>(labels + at)) continue;
    store<i32>(list + ((<usize>moved) << 2), row);
    ++moved;
  }
  return moved;
}

/** The sum of `rows` values in float64. IN `values` T[rows] */
export function total<T>(values: usize, rows: i32): f64 {
  let sum0 = f64x2.splat(0);
  let sum1 = sum0;
  const full = rows & ~3;
  const end = values + <usize>full * sizeof<T>();
  for (; values < end; values += 4 * sizeof<T>()) {
    if (sizeof<T>() == 4) {
      const v = v128.load(values);
      sum0 = f64x2.add(sum0, f64x2.promote_low_f32x4(v));
      sum1 = f64x2.add(sum1, f64x2.promote_low_f32x4(v128.shuffle<i64>(v, v, 1, 1)));
    } else {
      sum0 = f64x2.add(sum0, v128.load(values));
      sum1 = f64x2.add(sum1, v128.load(values, 16));
    }
  }
  sum0 = f64x2.add(sum0, sum1);
  let sum = f64x2.extract_lane(sum0, 0) + f64x2.extract_lane(sum0, 1);
  for (let i = full; i < rows; ++i) {
    sum += <f64>load<T>(values);
    values += sizeof<T>();
  }
  return sum;
}

/** The sum of `rows` values times their weights in float64. IN `values` T[rows], `weights` f64[rows] */
export function weightedTotal<T>(values: usize, weights: usize, rows: i32): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < rows; ++i) {
    sum += <f64>load<T>(values) * load<f64>(weights);
    values += sizeof<T>();
    weights += 8;
  }
  return sum;
}
