import { CHUNK_BLOCKS, STRIDE, lanes } from "./layout";
import { total, weightedTotal } from "./assign";

/**
 * Squared distances of every point of some blocks to one centroid, column by column in ascending order.
 *
 * @param points     IN   T[blocks][columns][lanes]
 * @param blocks     IN   number of blocks
 * @param columns    IN   number of columns
 * @param centroid   IN   T[columns]
 * @param distances  OUT  T[blocks * lanes]
 */
export function distancesToOne<T>(
  points: usize,
  blocks: i32,
  columns: i32,
  centroid: usize,
  distances: usize,
): void {
  const end = centroid + <usize>columns * sizeof<T>();
  for (let b = 0; b < blocks; ++b) {
    let d0 = v128.splat<T>(<T>0);
    let d1 = d0;
    for (let p = centroid; p < end; p += sizeof<T>()) {
      const s = v128.load_splat<T>(p);
      const t0 = v128.sub<T>(v128.load(points), s);
      const t1 = v128.sub<T>(v128.load(points, 16), s);
      d0 = v128.add<T>(d0, v128.mul<T>(t0, t0));
      d1 = v128.add<T>(d1, v128.mul<T>(t1, t1));
      points += STRIDE;
    }
    v128.store(distances, d0);
    v128.store(distances, d1, 16);
    distances += STRIDE;
  }
}

/**
 * Squared distances of every point of some blocks to every centroid.
 *
 * @param points     IN   T[blocks][columns][lanes]
 * @param blocks     IN   number of blocks
 * @param columns    IN   number of columns
 * @param centroids  IN   T[k][columns]
 * @param k          IN   number of centroids
 * @param distances  OUT  T[k][blocks * lanes]
 */
export function distancesToAll<T>(
  points: usize,
  blocks: i32,
  columns: i32,
  centroids: usize,
  k: i32,
  distances: usize,
): void {
  for (let c = 0; c < k; ++c) {
    distancesToOne<T>(points, blocks, columns, centroids, distances);
    centroids += <usize>columns * sizeof<T>();
    distances += <usize>blocks * STRIDE;
  }
}

/**
 * What a new centroid would cost: the (weighted) sum, in float64, of the smaller of each row's distance to it and the
 * row's `closest` so far. With `take` the centroid is taken: `closest` becomes the smaller one.
 *
 * @param points    IN     T[blocks][columns][lanes]
 * @param blocks    IN     number of blocks
 * @param rows      IN     number of rows in them
 * @param columns   IN     number of columns
 * @param centroid  IN     T[columns]
 * @param closest   INOUT  T[blocks * lanes], squared distance to the nearest centroid so far
 * @param take      IN     whether to write `closest`
 * @param weights   IN     f64[rows], or 0
 * @param scratch   OUT    T[CHUNK_BLOCKS * lanes]
 */
export function seedCost<T>(
  points: usize,
  blocks: i32,
  rows: i32,
  columns: i32,
  centroid: usize,
  closest: usize,
  take: bool,
  weights: usize,
  scratch: usize,
): f64 {
  let cost: f64 = 0;
  while (blocks > 0) {
    const chunk = min(blocks, CHUNK_BLOCKS);
    const chunkRows = min(rows, chunk * lanes<T>());
    distancesToOne<T>(points, chunk, columns, centroid, scratch);
    const out = take ? closest : scratch;
    const bytes = <usize>chunk * STRIDE;
    for (let at: usize = 0; at < bytes; at += 16) {
      v128.store(out + at, v128.pmin<T>(v128.load(closest + at), v128.load(scratch + at)));
    }
    cost += weights == 0 ? total<T>(out, chunkRows) : weightedTotal<T>(out, weights, chunkRows);
    points += <usize>chunk * <usize>columns * STRIDE;
    closest += bytes;
    if (weights != 0) weights += (<usize>chunkRows) << 3;
    rows -= chunkRows;
    blocks -= chunk;
  }
  return cost;
}

/**
 * The sum of the distances (not squared) of some rows to one point: the inner loop of the silhouette.
 *
 * @param points   IN   T[blocks][columns][lanes]
 * @param blocks   IN   number of blocks
 * @param rows     IN   number of rows in them
 * @param columns  IN   number of columns
 * @param point    IN   T[columns]
 * @param scratch  OUT  T[CHUNK_BLOCKS * lanes]
 */
export function distanceSum<T>(
  points: usize,
  blocks: i32,
  rows: i32,
  columns: i32,
  point: usize,
  scratch: usize,
): f64 {
  let sum: f64 = 0;
  while (blocks > 0) {
    const chunk = min(blocks, CHUNK_BLOCKS);
    const chunkRows = min(rows, chunk * lanes<T>());
    distancesToOne<T>(points, chunk, columns, point, scratch);
    const bytes = <usize>chunk * STRIDE;
    for (let at: usize = 0; at < bytes; at += 16) {
      v128.store(scratch + at, v128.sqrt<T>(v128.load(scratch + at)));
    }
    sum += total<T>(scratch, chunkRows);
    points += <usize>chunk * <usize>columns * STRIDE;
    rows -= chunkRows;
    blocks -= chunk;
  }
  return sum;
}
