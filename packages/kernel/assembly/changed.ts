import { moveRows, total, weightedTotal } from "./assign";
import { gatherRows } from "./gather";
import { CHUNK_BLOCKS, STRIDE, lanes } from "./layout";
import { nearest } from "./nearest";

// A step after which only some centroids are elsewhere, as after an exchange of one: a row whose own centroid has stayed
// keeps its distance, and needs to be compared with the changed ones alone. Rows whose own centroid has changed are
// gathered and compared with all. Labels and distances are those of `assign`, ties included.

/**
 * @param points     IN     T[blocks][columns][lanes], from the range's first block on
 * @param blocks     IN     number of blocks in the range
 * @param rows       IN     number of rows in the range; only the last block may hold fewer than its lanes
 * @param columns    IN     number of columns
 * @param centroids  IN     T[k][columns]
 * @param k          IN     number of centroids
 * @param changed    IN     T[count][columns], the centroids that changed
 * @param indices    IN     i32[count], which these are, ascending
 * @param count      IN     number of centroids that changed; k for a step that looks at all, whatever was known
 * @param flags      IN     i32[k], 1 for a centroid that changed, else 0
 * @param labels     INOUT  i32[rows], from the range's first row on, as for the centroids before
 * @param distances  INOUT  T[blocks * lanes], squared, to the centroids of the labels
 * @param sums       INOUT  f64[k][2][width]
 * @param counts     INOUT  i32[k]
 * @param weightSums INOUT  f64[k][2]; untouched where `weights` is 0
 * @param weights    IN     f64[rows] from the range's first row on, or 0
 * @param inertia    INOUT  f64[1]
 * @param scratch    OUT    room for CHUNK_BLOCKS blocks of: i32, i32, T, T, and points
 * @returns number of rows whose label changed
 */
export function assignChanged<T>(
  points: usize,
  blocks: i32,
  rows: i32,
  columns: i32,
  centroids: usize,
  k: i32,
  changed: usize,
  indices: usize,
  count: i32,
  flags: usize,
  labels: usize,
  distances: usize,
  sums: usize,
  counts: usize,
  weightSums: usize,
  weights: usize,
  inertia: usize,
  scratch: usize,
): i32 {
  const width = <usize>(CHUNK_BLOCKS * lanes<T>());
  const next = scratch + (width << 2);
  const nearer = next + (width << 2);
  const found = nearer + width * sizeof<T>();
  const gathered = found + width * sizeof<T>();
  let moved = 0;
  while (blocks > 0) {
    const chunk = min(blocks, CHUNK_BLOCKS);
    const chunkRows = min(rows, chunk * lanes<T>());
    if (count == k) {
      nearest<T>(points, chunk, columns, centroids, k, next, distances);
    } else {
      nearest<T>(points, chunk, columns, changed, count, next, nearer);
      const listed = compareRows<T>(chunkRows, indices, flags, labels, distances, scratch, next, nearer);
      if (listed * 4 > chunkRows * 3) nearest<T>(points, chunk, columns, centroids, k, next, distances);
      else if (listed > 0) {
        lookAtRows<T>(points, listed, columns, centroids, k, distances, scratch, next, nearer, found, gathered);
      }
    }
    moved += moveRows<T>(
      points, chunkRows, columns, next, labels, sums, counts, weightSums, weights, scratch, gathered,
    );
    const cost = weights == 0 ? total<T>(distances, chunkRows) : weightedTotal<T>(distances, weights, chunkRows);
    store<f64>(inertia, load<f64>(inertia) + cost);
    points += <usize>chunk * <usize>columns * STRIDE;
    labels += (<usize>chunkRows) << 2;
    distances += <usize>chunk * STRIDE;
    if (weights != 0) weights += (<usize>chunkRows) << 3;
    rows -= chunkRows;
    blocks -= chunk;
  }
  return moved;
}

/**
 * Gives rows whose centroid stayed their label in `next`, INOUT: before it is an index into those that changed. Lists the
 * others, and says how many they are.
 */
function compareRows<T>(
  rows: i32, indices: usize, flags: usize, labels: usize, distances: usize, list: usize, next: usize, nearer: usize,
): i32 {
  let listed = 0;
  for (let row = 0; row < rows; ++row) {
    const at = (<usize>row) << 2;
    const label = load<i32>(labels + at);
    store<i32>(list + ((<usize>listed) << 2), row);
    listed += load<i32>(flags + ((<usize>label) << 2));
    const other = load<i32>(indices + ((<usize>load<i32>(next + at)) << 2));
    const own = load<T>(distances + <usize>row * sizeof<T>());
    const away = load<T>(nearer + <usize>row * sizeof<T>());
    const goes = away < own || (away == own && other < label);
    store<i32>(next + at, select(other, label, goes));
    store<T>(distances + <usize>row * sizeof<T>(), select(away, own, goes));
  }
  return listed;
}

/** Compares the listed rows with all centroids: into `next` and `distances`. */
function lookAtRows<T>(
  points: usize, listed: i32, columns: i32, centroids: usize, k: i32, distances: usize, list: usize, next: usize,
  labels: usize, found: usize, gathered: usize,
): void {
  gatherRows<T>(points, columns, list, listed, gathered);
  nearest<T>(gathered, (listed + lanes<T>() - 1) / lanes<T>(), columns, centroids, k, labels, found);
  for (let i = 0; i < listed; ++i) {
    const row = <usize>load<i32>(list + ((<usize>i) << 2));
    store<i32>(next + (row << 2), load<i32>(labels + ((<usize>i) << 2)));
    store<T>(distances + row * sizeof<T>(), load<T>(found + <usize>i * sizeof<T>()));
  }
}
