import { STRIDE } from "./layout";

// The nearest centroid of every point of some blocks. Distances are sums of squared differences, column by column in
// ascending order: the direct form loses no digits where |x|^2 - 2xc + |c|^2 would. Centroids are tried in ascending
// order and only a strictly smaller distance wins, so ties go to the lowest index.
//
// A label is carried as an integer in the lane of its distance: `max(label, lower ? c : 0)` needs one instruction less
// than a bit select, since the c that wins is always the largest so far, and leaves the float units to the distances.

// @ts-ignore: decorator
@inline
export function squared<T>(x: v128, c: v128): v128 {
  const difference = v128.sub<T>(x, c);
  return v128.mul<T>(difference, difference);
}

// @ts-ignore: decorator
@inline
export function laterLabel<T>(label: v128, distance: v128, best: v128, c: v128): v128 {
  return i32x4.max_s(label, v128.and(v128.lt<T>(distance, best), c));
}

/** 1 in each lane; where lanes have 64 bits, in their lower half, so that 32-bit integers do for all. */
// @ts-ignore: decorator
@inline
function ones<T>(): v128 {
  return sizeof<T>() == 4 ? i32x4.splat(1) : i64x2.splat(1);
}

// @ts-ignore: decorator
@inline
function storeLabels<T>(labels: usize, label0: v128, label1: v128): void {
  if (sizeof<T>() == 4) {
    v128.store(labels, label0);
    v128.store(labels, label1, 16);
  } else {
    v128.store(labels, v128.shuffle<i32>(label0, label1, 0, 2, 4, 6));
  }
}

/**
 * Finds the nearest centroid of every point of `blocks` blocks.
 *
 * @param points     IN   T[blocks][columns][lanes]
 * @param blocks     IN   number of blocks, >= 0
 * @param columns    IN   number of columns, >= 1
 * @param centroids  IN   T[k][columns]
 * @param k          IN   number of centroids, 1 to 2^31 - 1
 * @param labels     OUT  i32[blocks * lanes]
 * @param distances  OUT  T[blocks * lanes], squared
 */
export function nearest<T>(
  points: usize,
  blocks: i32,
  columns: i32,
  centroids: usize,
  k: i32,
  labels: usize,
  distances: usize,
): void {
  if (columns == 1) few<T>(points, blocks, 1, centroids, k, labels, distances, 0);
  else if (columns == 2) few<T>(points, blocks, 2, centroids, k, labels, distances, 0);
  else if (columns == 3) few<T>(points, blocks, 3, centroids, k, labels, distances, 0);
  else if (columns == 4) few<T>(points, blocks, 4, centroids, k, labels, distances, 0);
  else many<T>(points, blocks, columns, centroids, k, labels, distances, 0);
}

/**
 * The same, and the squared distance to the second-nearest centroid: infinite where there is but one.
 *
 * @param seconds  OUT  T[blocks * lanes], squared
 */
export function nearestTwo<T>(
  points: usize,
  blocks: i32,
  columns: i32,
  centroids: usize,
  k: i32,
  labels: usize,
  distances: usize,
  seconds: usize,
): void {
  if (columns == 1) few<T>(points, blocks, 1, centroids, k, labels, distances, seconds);
  else if (columns == 2) few<T>(points, blocks, 2, centroids, k, labels, distances, seconds);
  else if (columns == 3) few<T>(points, blocks, 3, centroids, k, labels, distances, seconds);
  else if (columns == 4) few<T>(points, blocks, 4, centroids, k, labels, distances, seconds);
  else many<T>(points, blocks, columns, centroids, k, labels, distances, seconds);
}

/** 1 to 4 columns, which stay in registers. `columns`, and a `seconds` of 0, are literals that inlining folds away. */
// @ts-ignore: decorator
@inline
function few<T>(
  points: usize,
  blocks: i32,
  columns: i32,
  centroids: usize,
  k: i32,
  labels: usize,
  distances: usize,
  seconds: usize,
): void {
  const one = ones<T>();
  const zero = i32x4.splat(0);
  const infinity = v128.splat<T>(<T>Infinity);
  const end = centroids + <usize>k * <usize>columns * sizeof<T>();
  for (let b = 0; b < blocks; ++b) {
    // Half a block at a time: more would not fit the registers.
    for (let half = points; half < points + STRIDE; half += 16) {
      const x = v128.load(half);
      const y = columns > 1 ? v128.load(half, 32) : zero;
      const z = columns > 2 ? v128.load(half, 64) : zero;
      const w = columns > 3 ? v128.load(half, 96) : zero;
      let best = infinity;
      let second = infinity;
      let label = zero;
      let c = zero;
      for (let centroid = centroids; centroid < end; centroid += <usize>columns * sizeof<T>()) {
        let d = squared<T>(x, v128.load_splat<T>(centroid));
        if (columns > 1) d = v128.add<T>(d, squared<T>(y, v128.load_splat<T>(centroid, sizeof<T>())));
        if (columns > 2) d = v128.add<T>(d, squared<T>(z, v128.load_splat<T>(centroid, 2 * sizeof<T>())));
        if (columns > 3) d = v128.add<T>(d, squared<T>(w, v128.load_splat<T>(centroid, 3 * sizeof<T>())));
        label = laterLabel<T>(label, d, best, c);
        if (seconds != 0) second = v128.pmin<T>(second, v128.pmax<T>(best, d));
        best = v128.pmin<T>(best, d);
        c = i32x4.add(c, one);
      }
      if (sizeof<T>() == 4) v128.store(labels, label);
      else v128.store64_lane(labels, v128.shuffle<i32>(label, label, 0, 2, 0, 2), 0);
      v128.store(distances, best);
      labels += sizeof<i32>() * (16 / sizeof<T>());
      distances += 16;
      if (seconds != 0) {
        v128.store(seconds, second);
        seconds += 16;
      }
    }
    points += <usize>columns * STRIDE;
  }
}

/** Any number of columns; four centroids at a time, so that a column of the block is loaded once for the four. */
// @ts-ignore: decorator
@inline
function many<T>(
  points: usize,
  blocks: i32,
  columns: i32,
  centroids: usize,
  k: i32,
  labels: usize,
  distances: usize,
  seconds: usize,
): void {
  const one = ones<T>();
  const width = <usize>columns * sizeof<T>();
  const blockBytes = <usize>columns * STRIDE;
  const tiled = k & ~3;
  for (let b = 0; b < blocks; ++b) {
    let best0 = v128.splat<T>(<T>Infinity);
    let best1 = best0;
    let second0 = best0;
    let second1 = best0;
    let label0 = v128.splat<T>(<T>0);
    let label1 = label0;
    let c = label0;
    let centroid = centroids;
    let i = 0;
    for (; i < tiled; i += 4) {
      let d00 = v128.splat<T>(<T>0);
      let d01 = d00;
      let d10 = d00;
      let d11 = d00;
      let d20 = d00;
      let d21 = d00;
      let d30 = d00;
      let d31 = d00;
      let x = points;
      const end = centroid + width;
      for (let p = centroid; p < end; p += sizeof<T>()) {
        const x0 = v128.load(x);
        const x1 = v128.load(x, 16);
        let s = v128.load_splat<T>(p);
        d00 = v128.add<T>(d00, squared<T>(x0, s));
        d01 = v128.add<T>(d01, squared<T>(x1, s));
        s = v128.load_splat<T>(p + width);
        d10 = v128.add<T>(d10, squared<T>(x0, s));
        d11 = v128.add<T>(d11, squared<T>(x1, s));
        s = v128.load_splat<T>(p + 2 * width);
        d20 = v128.add<T>(d20, squared<T>(x0, s));
        d21 = v128.add<T>(d21, squared<T>(x1, s));
        s = v128.load_splat<T>(p + 3 * width);
        d30 = v128.add<T>(d30, squared<T>(x0, s));
        d31 = v128.add<T>(d31, squared<T>(x1, s));
        x += STRIDE;
      }
      label0 = laterLabel<T>(label0, d00, best0, c);
      label1 = laterLabel<T>(label1, d01, best1, c);
      if (seconds != 0) {
        second0 = v128.pmin<T>(second0, v128.pmax<T>(best0, d00));
        second1 = v128.pmin<T>(second1, v128.pmax<T>(best1, d01));
      }
      best0 = v128.pmin<T>(best0, d00);
      best1 = v128.pmin<T>(best1, d01);
      c = i32x4.add(c, one);
      label0 = laterLabel<T>(label0, d10, best0, c);
      label1 = laterLabel<T>(label1, d11, best1, c);
      if (seconds != 0) {
        second0 = v128.pmin<T>(second0, v128.pmax<T>(best0, d10));
        second1 = v128.pmin<T>(second1, v128.pmax<T>(best1, d11));
      }
      best0 = v128.pmin<T>(best0, d10);
      best1 = v128.pmin<T>(best1, d11);
      c = i32x4.add(c, one);
      label0 = laterLabel<T>(label0, d20, best0, c);
      label1 = laterLabel<T>(label1, d21, best1, c);
      if (seconds != 0) {
        second0 = v128.pmin<T>(second0, v128.pmax<T>(best0, d20));
        second1 = v128.pmin<T>(second1, v128.pmax<T>(best1, d21));
      }
      best0 = v128.pmin<T>(best0, d20);
      best1 = v128.pmin<T>(best1, d21);
      c = i32x4.add(c, one);
      label0 = laterLabel<T>(label0, d30, best0, c);
      label1 = laterLabel<T>(label1, d31, best1, c);
      if (seconds != 0) {
        second0 = v128.pmin<T>(second0, v128.pmax<T>(best0, d30));
        second1 = v128.pmin<T>(second1, v128.pmax<T>(best1, d31));
      }
      best0 = v128.pmin<T>(best0, d30);
      best1 = v128.pmin<T>(best1, d31);
      c = i32x4.add(c, one);
      centroid += 4 * width;
    }
    for (; i < k; ++i) {
      let d0 = v128.splat<T>(<T>0);
      let d1 = d0;
      let x = points;
      const end = centroid + width;
      for (; centroid < end; centroid += sizeof<T>()) {
        const s = v128.load_splat<T>(centroid);
        d0 = v128.add<T>(d0, squared<T>(v128.load(x), s));
        d1 = v128.add<T>(d1, squared<T>(v128.load(x, 16), s));
        x += STRIDE;
      }
      label0 = laterLabel<T>(label0, d0, best0, c);
      label1 = laterLabel<T>(label1, d1, best1, c);
      if (seconds != 0) {
        second0 = v128.pmin<T>(second0, v128.pmax<T>(best0, d0));
        second1 = v128.pmin<T>(second1, v128.pmax<T>(best1, d1));
      }
      best0 = v128.pmin<T>(best0, d0);
      best1 = v128.pmin<T>(best1, d1);
      c = i32x4.add(c, one);
    }
    storeLabels<T>(labels, label0, label1);
    v128.store(distances, best0);
    v128.store(distances, best1, 16);
    if (seconds != 0) {
      v128.store(seconds, second0);
      v128.store(seconds, second1, 16);
      seconds += STRIDE;
    }
    points += blockBytes;
    labels += sizeof<i32>() * (STRIDE / sizeof<T>());
    distances += STRIDE;
  }
}
