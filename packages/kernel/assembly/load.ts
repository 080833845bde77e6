import { STRIDE, lanes } from "./layout";

// How raw values, row-major as they come, are looked at and put into blocks.
//
//   raw      row 0: x0 x1 x2   row 1: x0 x1 x2   ...        points   block 0: x0 of rows 0..7
//                    '----------------' one column of two rows                x1 of rows 0..7 ...
//                    shares a vector of float64
//
// A row's lane has its own sums, and pieces of rows begin at a block: how rows come in pieces does not show in them.

/**
 * Widens the extent of each column to hold more rows. A group of rows that fills whole vectors begins at column 0 again,
 * so that every lane of the extent sees one column alone; which of its lanes a row falls to has no meaning.
 *
 * @param raw      IN     T[rows][columns]
 * @param rows     IN     number of rows
 * @param columns  IN     number of columns
 * @param low      INOUT  T[16 / sizeof T][columns], smallest values so far
 * @param high     INOUT  T[16 / sizeof T][columns], largest values so far
 * @returns whether every value is finite; the extent is of no use where one is not
 */
export function extent<T>(raw: usize, rows: i32, columns: i32, low: usize, high: usize): bool {
  const end = raw + <usize>rows * <usize>columns * sizeof<T>();
  const group = (<usize>columns) << 4;
  // Infinity - Infinity and NaN - NaN are NaN, and only what is finite leaves no bit.
  let strange = v128.splat<T>(<T>0);
  while (raw + group <= end) {
    for (let at: usize = 0; at < group; at += 16) {
      const x = v128.load(raw + at);
      v128.store(low + at, v128.pmin<T>(v128.load(low + at), x));
      v128.store(high + at, v128.pmax<T>(v128.load(high + at), x));
      strange = v128.or(strange, v128.sub<T>(x, x));
    }
    raw += group;
  }
  let finite = !v128.any_true(strange);
  while (raw < end) {
    const x = load<T>(raw);
    if (x < load<T>(low)) store<T>(low, x);
    if (x > load<T>(high)) store<T>(high, x);
    if (x - x != 0) finite = false;
    raw += sizeof<T>();
    low += sizeof<T>();
    high += sizeof<T>();
  }
  return finite;
}

/**
 * Puts rows into blocks: each value becomes `(value - origin) * scale`, taken in float64 and rounded once to the
 * precision of the points. What it is before that is summed, and so is its square. Lanes beyond the last row become 0.
 *
 * @param raw      IN     S[rows][columns]
 * @param rows     IN     number of rows
 * @param columns  IN     number of columns
 * @param origin   IN     f64[columns]
 * @param scale    IN     the factor of all columns
 * @param weights  IN     f64[rows], or 0
 * @param points   OUT    T[blocks][columns][lanes]
 * @param moments  INOUT  f64[columns][2][lanes], (weighted) sums and sums of squares of the rows that fall to a lane
 */
export function place<S, T>(
  raw: usize, rows: i32, columns: i32, origin: usize, scale: f64, weights: usize, points: usize, moments: usize,
): void {
  const rowBytes = <usize>columns * sizeof<S>();
  const full = rows / lanes<T>();
  for (let j = 0; j < columns; ++j) {
    const shift = load<f64>(origin + ((<usize>j) << 3));
    if (weights == 0) placeBlocks<S, T>(raw, full, columns, shift, scale, 0, points, moments);
    else placeBlocks<S, T>(raw, full, columns, shift, scale, weights, points, moments);
    placeRows<S, T>(
      raw + <usize>(full * lanes<T>()) * rowBytes, rows - full * lanes<T>(), rowBytes, shift, scale,
      weights == 0 ? <usize>0 : weights + ((<usize>(full * lanes<T>())) << 3),
      points + <usize>full * (<usize>columns * STRIDE), moments,
    );
    raw += sizeof<S>();
    points += STRIDE;
    moments += (<usize>lanes<T>()) << 4;
  }
}

/** Two rows of a column, in float64. */
// @ts-ignore: decorator
@inline
function two<S>(raw: usize, rowBytes: usize): v128 {
  return sizeof<S>() == 4
    ? f64x2.promote_low_f32x4(v128.load32_lane(raw + rowBytes, v128.load32_zero(raw), 1))
    : v128.load64_lane(raw + rowBytes, v128.load64_zero(raw), 1);
}

/** Places a column of full blocks, with sums in registers. A `weights` of 0 is a literal that inlining folds away. */
// @ts-ignore: decorator
@inline
function placeBlocks<S, T>(
  raw: usize, blocks: i32, columns: i32, origin: f64, scale: f64, weights: usize, points: usize, moments: usize,
): void {
  const rowBytes = <usize>columns * sizeof<S>();
  const shift = f64x2.splat(origin);
  const factor = f64x2.splat(scale);
  const squares = moments + ((<usize>lanes<T>()) << 3);
  let sum0 = v128.load(moments);
  let sum1 = v128.load(moments, 16);
  let square0 = v128.load(squares);
  let square1 = v128.load(squares, 16);
  let sum2 = sizeof<T>() == 4 ? v128.load(moments, 32) : shift;
  let sum3 = sizeof<T>() == 4 ? v128.load(moments, 48) : shift;
  let square2 = sizeof<T>() == 4 ? v128.load(squares, 32) : shift;
  let square3 = sizeof<T>() == 4 ? v128.load(squares, 48) : shift;
  for (let b = 0; b < blocks; ++b) {
    const x0 = f64x2.mul(f64x2.sub(two<S>(raw, rowBytes), shift), factor);
    const x1 = f64x2.mul(f64x2.sub(two<S>(raw + 2 * rowBytes, rowBytes), shift), factor);
    const w0 = weights != 0 ? f64x2.mul(v128.load(weights), x0) : x0;
    const w1 = weights != 0 ? f64x2.mul(v128.load(weights, 16), x1) : x1;
    sum0 = f64x2.add(sum0, w0);
    sum1 = f64x2.add(sum1, w1);
    square0 = f64x2.add(square0, f64x2.mul(w0, x0));
    square1 = f64x2.add(square1, f64x2.mul(w1, x1));
    if (sizeof<T>() == 4) {
      const x2 = f64x2.mul(f64x2.sub(two<S>(raw + 4 * rowBytes, rowBytes), shift), factor);
      const x3 = f64x2.mul(f64x2.sub(two<S>(raw + 6 * rowBytes, rowBytes), shift), factor);
      const w2 = weights != 0 ? f64x2.mul(v128.load(weights, 32), x2) : x2;
      const w3 = weights != 0 ? f64x2.mul(v128.load(weights, 48), x3) : x3;
      sum2 = f64x2.add(sum2, w2);
      sum3 = f64x2.add(sum3, w3);
      square2 = f64x2.add(square2, f64x2.mul(w2, x2));
      square3 = f64x2.add(square3, f64x2.mul(w3, x3));
      v128.store(points, v128.shuffle<i64>(f32x4.demote_f64x2_zero(x0), f32x4.demote_f64x2_zero(x1), 0, 2));
      v128.store(points, v128.shuffle<i64>(f32x4.demote_f64x2_zero(x2), f32x4.demote_f64x2_zero(x3), 0, 2), 16);
    } else {
      v128.store(points, x0);
      v128.store(points, x1, 16);
    }
    if (weights != 0) weights += (<usize>lanes<T>()) << 3;
    raw += <usize>lanes<T>() * rowBytes;
    points += <usize>columns * STRIDE;
  }
  v128.store(moments, sum0);
  v128.store(moments, sum1, 16);
  v128.store(squares, square0);
  v128.store(squares, square1, 16);
  if (sizeof<T>() == 4) {
    v128.store(moments, sum2, 32);
    v128.store(moments, sum3, 48);
    v128.store(squares, square2, 32);
    v128.store(squares, square3, 48);
  }
}

/** Places a column of the rows that do not fill a block, and zeros behind them. */
function placeRows<S, T>(
  raw: usize, rows: i32, rowBytes: usize, origin: f64, scale: f64, weights: usize, points: usize, moments: usize,
): void {
  if (rows == 0) return;
  v128.store(points, v128.splat<f64>(0));
  v128.store(points, v128.splat<f64>(0), 16);
  for (let lane: usize = 0; lane < <usize>rows; ++lane) {
    const x = (<f64>load<S>(raw + lane * rowBytes) - origin) * scale;
    const weighted = weights == 0 ? x : load<f64>(weights + (lane << 3)) * x;
    const sum = moments + (lane << 3);
    const square = sum + ((<usize>lanes<T>()) << 3);
    store<f64>(sum, load<f64>(sum) + weighted);
    store<f64>(square, load<f64>(square) + weighted * x);
    store<T>(points + lane * sizeof<T>(), <T>x);
  }
}
