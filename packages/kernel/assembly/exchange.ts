import { moveRows } from "./assign";
import { CHUNK_BLOCKS, STRIDE, lanes } from "./layout";
import { nearestTwo } from "./nearest";

// What it costs to put a row in the place of a centroid, for any of the k centroids, in one look at the rows. A survey
// keeps for each row its label, the squared distance d1 to its nearest centroid and d2 to its second-nearest, and sums
//
//   costs   f64[1 + k]         inertia, then for each centroid what taking it out would add: w (d2 - d1) of its rows
//
// A candidate at distance dx changes that for the rows with dx < d2 alone, which are few: the others are passed over.
//
//   gains   f64[count][1 + k]  what the candidate takes from the inertia, w (d1 - dx) where dx < d1, and then from
//                              each entry of taking out: w (d2 - max(d1, dx)) where dx < d2
//
// With candidate x in the place of centroid r the inertia is costs[0] + costs[1 + r] - gains[x][0] - gains[x][1 + r].

/**
 * Finds the two nearest centroids of some rows, assigns them to the nearest as `assign` does, and adds up what they cost.
 *
 * A range may be split into several calls at multiples of CHUNK_BLOCKS and gives the same bits.
 *
 * @param points     IN     T[blocks][columns][lanes], from the range's first block on
 * @param blocks     IN     number of blocks in the range
 * @param rows       IN     number of rows in the range; only the last block may hold fewer than its lanes
 * @param columns    IN     number of columns
 * @param centroids  IN     T[k][columns]
 * @param k          IN     number of centroids; where there is but one, its seconds and the cost of taking it out are infinite
 * @param labels     OUT    i32[blocks * lanes], from the range's first row on
 * @param distances  OUT    T[blocks * lanes], squared, to the nearest centroid
 * @param seconds    OUT    T[blocks * lanes], squared, to the second-nearest
 * @param assigned   INOUT  i32[rows], labels of the run; sums, counts and weightSums INOUT are as for `assign`
 * @param weights    IN     f64[rows] from the range's first row on, or 0
 * @param costs      INOUT  f64[1 + k]
 * @param scratch    OUT    room for CHUNK_BLOCKS blocks of: i32, and points
 */
export function survey<T>(
  points: usize,
  blocks: i32,
  rows: i32,
  columns: i32,
  centroids: usize,
  k: i32,
  labels: usize,
  distances: usize,
  seconds: usize,
  assigned: usize,
  sums: usize,
  counts: usize,
  weightSums: usize,
  weights: usize,
  costs: usize,
  scratch: usize,
): void {
  const gathered = scratch + sizeof<i32>() * <usize>(CHUNK_BLOCKS * lanes<T>());
  while (blocks > 0) {
    const chunk = min(blocks, CHUNK_BLOCKS);
    const chunkRows = min(rows, chunk * lanes<T>());
    nearestTwo<T>(points, chunk, columns, centroids, k, labels, distances, seconds);
    moveRows<T>(
      points, chunkRows, columns, labels, assigned, sums, counts, weightSums, weights, scratch, gathered,
    );
    let inertia: f64 = 0;
    for (let row = 0; row < chunkRows; ++row) {
      const at = <usize>row * sizeof<T>();
      const label = <usize>load<i32>(labels + ((<usize>row) << 2));
      const nearest = <f64>load<T>(distances + at);
      const weight = weights == 0 ? 1 : load<f64>(weights + ((<usize>row) << 3));
      inertia += weight * nearest;
      addTo(costs + 8 + (label << 3), weight * (<f64>load<T>(seconds + at) - nearest));
    }
    addTo(costs, inertia);
    points += <usize>chunk * <usize>columns * STRIDE;
    labels += (<usize>chunkRows) << 2;
    assigned += (<usize>chunkRows) << 2;
    distances += <usize>chunk * STRIDE;
    seconds += <usize>chunk * STRIDE;
    if (weights != 0) weights += (<usize>chunkRows) << 3;
    rows -= chunkRows;
    blocks -= chunk;
  }
}

/**
 * Adds up what some candidates gain among surveyed rows. A range may be split as for `survey`.
 *
 * @param candidates  IN     T[count][columns]
 * @param count       IN     number of candidates
 * @param k           IN     number of centroids of the survey
 * @param labels      IN     i32[rows], and so on: what `survey` wrote, from the range's first row on
 * @param gains       INOUT  f64[count][1 + k]
 * @param scratch     OUT    T[lanes]
 */
export function exchange<T>(
  points: usize,
  blocks: i32,
  rows: i32,
  columns: i32,
  candidates: usize,
  count: i32,
  k: i32,
  labels: usize,
  distances: usize,
  seconds: usize,
  weights: usize,
  gains: usize,
  scratch: usize,
): void {
  const width = <usize>columns * sizeof<T>();
  while (blocks > 0) {
    const chunk = min(blocks, CHUNK_BLOCKS);
    const chunkRows = min(rows, chunk * lanes<T>());
    // One candidate after the other over rows that stay in the first-level cache.
    for (let c = 0; c < count; ++c) {
      gainOf<T>(
        points, chunk, chunkRows, columns, candidates + <usize>c * width, labels, distances, seconds, weights,
        gains + <usize>c * (<usize>(1 + k) << 3), scratch,
      );
    }
    points += <usize>chunk * <usize>columns * STRIDE;
    labels += (<usize>chunkRows) << 2;
    distances += <usize>chunk * STRIDE;
    seconds += <usize>chunk * STRIDE;
    if (weights != 0) weights += (<usize>chunkRows) << 3;
    rows -= chunkRows;
    blocks -= chunk;
  }
}

function gainOf<T>(
  points: usize, blocks: i32, rows: i32, columns: i32, candidate: usize, labels: usize, distances: usize,
  seconds: usize, weights: usize, gains: usize, scratch: usize,
): void {
  const end = candidate + <usize>columns * sizeof<T>();
  for (let row = 0; row < rows; row += lanes<T>()) {
    let d0 = v128.splat<T>(<T>0);
    let d1 = d0;
    for (let p = candidate; p < end; p += sizeof<T>()) {
      const s = v128.load_splat<T>(p);
      const t0 = v128.sub<T>(v128.load(points), s);
      const t1 = v128.sub<T>(v128.load(points, 16), s);
      d0 = v128.add<T>(d0, v128.mul<T>(t0, t0));
      d1 = v128.add<T>(d1, v128.mul<T>(t1, t1));
      points += STRIDE;
    }
    const at = <usize>row * sizeof<T>();
    const nearer0 = v128.lt<T>(d0, v128.load(seconds + at));
    const nearer1 = v128.lt<T>(d1, v128.load(seconds + at, 16));
    if (!v128.any_true(v128.or(nearer0, nearer1))) continue;
    v128.store(scratch, d0);
    v128.store(scratch, d1, 16);
    const inside = min(rows - row, lanes<T>());
    for (let lane = 0; lane < inside; ++lane) {
      const away = <f64>load<T>(scratch + <usize>lane * sizeof<T>());
      const second = <f64>load<T>(seconds + at + <usize>lane * sizeof<T>());
      if (!(away < second)) continue;
      const nearest = <f64>load<T>(distances + at + <usize>lane * sizeof<T>());
      const weight = weights == 0 ? 1 : load<f64>(weights + ((<usize>(row + lane)) << 3));
      if (away < nearest) addTo(gains, weight * (nearest - away));
      const label = load<i32>(labels + ((<usize>(row + lane)) << 2));
      addTo(gains + 8 + ((<usize>label) << 3), weight * (second - max(nearest, away)));
    }
  }
}

// @ts-ignore: decorator
@inline
function addTo(at: usize, x: f64): void {
  store<f64>(at, load<f64>(at) + x);
}
