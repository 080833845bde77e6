import { STRIDE, lanes } from "./layout";

// Sums of points by cluster, kept as unevaluated pairs of float64 (Knuth's TwoSum; Hida, Li and Bailey 2001): the
// second number holds what rounding took from the first. About 106 bits, so that adding a row and taking it away again
// leaves nothing behind, and the order in which rows come does not show in the result.
//
//   cluster c:  high[0] .. high[width - 1]  low[0] .. low[width - 1]      width = columns rounded up to even
//
// Two columns share a vector; an odd last column shares it with a zero.

/** Bytes of one cluster's sums. */
// @ts-ignore: decorator
@inline
function sumsBytes(columns: i32): usize {
  return (<usize>((columns + 1) & ~1)) << 4;
}

// @ts-ignore: decorator
@inline
function add(high: usize, low: usize, x: v128): void {
  const before = v128.load(high);
  const sum = f64x2.add(before, x);
  const part = f64x2.sub(sum, before);
  const lost = f64x2.add(f64x2.sub(before, f64x2.sub(sum, part)), f64x2.sub(x, part));
  v128.store(high, sum);
  v128.store(low, f64x2.add(v128.load(low), lost));
}

/** Adds two columns of a pair, or their negatives where `sign` is -1, to another. */
// @ts-ignore: decorator
@inline
export function addPairs(high: usize, low: usize, otherHigh: usize, otherLow: usize, sign: f64): void {
  const s = f64x2.splat(sign);
  add(high, low, f64x2.mul(v128.load(otherHigh), s));
  v128.store(low, f64x2.add(v128.load(low), f64x2.mul(v128.load(otherLow), s)));
}

// @ts-ignore: decorator
@inline
function pair<T>(point: usize): v128 {
  if (sizeof<T>() == 4) {
    return f64x2.promote_low_f32x4(v128.load32_lane(point + STRIDE, v128.load32_zero(point), 1));
  }
  return v128.load64_lane(point + STRIDE, v128.load64_zero(point), 1);
}

// @ts-ignore: decorator
@inline
function single<T>(point: usize): v128 {
  if (sizeof<T>() == 4) return f64x2.promote_low_f32x4(v128.load32_zero(point));
  return v128.load64_zero(point);
}

/**
 * Moves one point, times its weight, from one cluster's sums to another's.
 *
 * @param point    IN     first column of the point's lane
 * @param columns  IN     number of columns
 * @param sums     INOUT  f64[k][2][width]
 * @param from     IN     cluster that loses the point, -1 for none
 * @param to       IN     cluster that gains it
 * @param weight   IN     1 where rows have no weights: the product is then exact
 */
// @ts-ignore: decorator
@inline
function moveSums<T>(point: usize, columns: i32, sums: usize, from: i32, to: i32, weight: f64): void {
  const bytes = sumsBytes(columns);
  const low = bytes >> 1;
  const w = f64x2.splat(weight);
  let gains = sums + <usize>to * bytes;
  const paired = columns & ~1;
  if (from < 0) {
    for (let j = 0; j < paired; j += 2) {
      add(gains, gains + low, f64x2.mul(pair<T>(point), w));
      point += 2 * STRIDE;
      gains += 16;
    }
    if (columns & 1) add(gains, gains + low, f64x2.mul(single<T>(point), w));
    return;
  }
  let loses = sums + <usize>from * bytes;
  for (let j = 0; j < paired; j += 2) {
    const x = f64x2.mul(pair<T>(point), w);
    add(gains, gains + low, x);
    add(loses, loses + low, f64x2.neg(x));
    point += 2 * STRIDE;
    gains += 16;
    loses += 16;
  }
  if (columns & 1) {
    const x = f64x2.mul(single<T>(point), w);
    add(gains, gains + low, x);
    add(loses, loses + low, f64x2.neg(x));
  }
}

/**
 * Moves one row from a cluster to another: its point in the sums, itself in the counts, its weight in the weight sums.
 * The one place where a label changes.
 *
 * @param point       IN     first column of the row's lane
 * @param columns     IN     number of columns
 * @param label       INOUT  i32, the row's label; -1 where it has none yet
 * @param to          IN     the new label
 * @param sums        INOUT  f64[k][2][width]
 * @param counts      INOUT  i32[k]
 * @param weightSums  INOUT  f64[k][2], pairs as in `sums`; untouched where `weight` is 0
 * @param weight      IN     f64, the row's weight, or 0 where rows have none
 */
// @ts-ignore: decorator
@inline
export function movePoint<T>(
  point: usize,
  columns: i32,
  label: usize,
  to: i32,
  sums: usize,
  counts: usize,
  weightSums: usize,
  weight: usize,
): void {
  const from = load<i32>(label);
  store<i32>(label, to);
  const gains = counts + ((<usize>to) << 2);
  store<i32>(gains, load<i32>(gains) + 1);
  if (from >= 0) {
    const loses = counts + ((<usize>from) << 2);
    store<i32>(loses, load<i32>(loses) - 1);
  }
  if (weight == 0) {
    moveSums<T>(point, columns, sums, from, to, 1);
    return;
  }
  const w = load<f64>(weight);
  moveSums<T>(point, columns, sums, from, to, w);
  addScalar(weightSums + ((<usize>to) << 4), w);
  if (from >= 0) addScalar(weightSums + ((<usize>from) << 4), -w);
}

/**
 * Moves rows from a cluster to another by their sums.
 *
 * @param moving   IN     f64[2][width], the sums of the rows
 * @param rows     IN     how many they are
 * @param columns  IN     number of columns
 * @param from     IN     the cluster that loses them, -1 for none
 * @param to       IN     the cluster that gains them
 * @param sums     INOUT  f64[k][2][width]
 * @param counts   INOUT  i32[k]
 */
export function moveTogether(
  moving: usize, rows: i32, columns: i32, from: i32, to: i32, sums: usize, counts: usize,
): void {
  addTogether(moving, rows, columns, to, 1, sums, counts);
  if (from >= 0) addTogether(moving, rows, columns, from, -1, sums, counts);
}

function addTogether(moving: usize, rows: i32, columns: i32, to: i32, sign: i32, sums: usize, counts: usize): void {
  const bytes = sumsBytes(columns);
  const half = bytes >> 1;
  const at = sums + <usize>to * bytes;
  for (let j: usize = 0; j < half; j += 16) addPairs(at + j, at + half + j, moving + j, moving + half + j, <f64>sign);
  const count = counts + ((<usize>to) << 2);
  store<i32>(count, load<i32>(count) + sign * rows);
}

/** Adds a number to a pair. */
// @ts-ignore: decorator
@inline
export function addScalar(at: usize, x: f64): void {
  const before = load<f64>(at);
  const sum = before + x;
  const part = sum - before;
  store<f64>(at, sum);
  store<f64>(at, load<f64>(at, 8) + (before - (sum - part) + (x - part)), 8);
}
