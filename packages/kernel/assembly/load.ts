import { STRIDE, lanes } from "./layout";

// How raw values, row-major as they come, are looked at and put into blocks.
//
//   raw      row 0: x0 x1 x2   row 1: x0 x1 x2   ...        points   block 0: x0 of rows 0..7
//            '-----' '-- two columns share a vector                           x1 of rows 0..7 ...
//            of float64, whatever the precision
//
// Sums run down the rows of a column one by one, so that how rows come in pieces does not show in them.

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

// @ts-ignore: decorator
@inline
function pair<S>(raw: usize): v128 {
  return sizeof<S>() == 4 ? f64x2.promote_low_f32x4(v128.load64_zero(raw)) : v128.load(raw);
}

// @ts-ignore: decorator
@inline
function single<S>(raw: usize): v128 {
  return sizeof<S>() == 4 ? f64x2.promote_low_f32x4(v128.load32_zero(raw)) : v128.load64_zero(raw);
}

/** Places one column of up to a block of rows or, where `paired`, two. */
// @ts-ignore: decorator
@inline
function placeColumns<S, T>(
  raw: usize, rowBytes: usize, rows: i32, paired: bool, origin: v128, scale: v128, weights: usize, points: usize,
  sums: usize, squares: usize,
): void {
  let weight = f64x2.splat(1);
  let sum = v128.load(sums);
  let square = v128.load(squares);
  for (let row = 0; row < rows; ++row) {
    const x = f64x2.mul(f64x2.sub(paired ? pair<S>(raw) : single<S>(raw), origin), scale);
    if (weights != 0) {
      weight = v128.load64_splat(weights);
      weights += 8;
    }
    const weighted = f64x2.mul(weight, x);
    sum = f64x2.add(sum, weighted);
    square = f64x2.add(square, f64x2.mul(weighted, x));
    if (sizeof<T>() == 4) {
      const rounded = f32x4.demote_f64x2_zero(x);
      v128.store32_lane(points, rounded, 0);
      if (paired) v128.store32_lane(points + STRIDE, rounded, 1);
    } else {
      v128.store64_lane(points, x, 0);
      if (paired) v128.store64_lane(points + STRIDE, x, 1);
    }
    raw += rowBytes;
    points += sizeof<T>();
  }
  v128.store(sums, sum);
  v128.store(squares, square);
}

/**
 * Puts rows into blocks: each value becomes `(value - origin) * scale`, taken in float64 and rounded once to the
 * precision of the points. What it is before that is summed, and so is its square. Lanes beyond the last row become 0.
 *
 * @param raw      IN     S[rows][columns]
 * @param rows     IN     number of rows
 * @param columns  IN     number of columns
 * @param origin   IN     f64[width], width = columns rounded up to even
 * @param scale    IN     the factor of all columns
 * @param weights  IN     f64[rows], or 0
 * @param points   OUT    T[blocks][columns][lanes]
 * @param moments  INOUT  f64[2][width], (weighted) sums and sums of squares, row after row
 */
export function place<S, T>(
  raw: usize, rows: i32, columns: i32, origin: usize, scale: f64, weights: usize, points: usize, moments: usize,
): void {
  const rowBytes = <usize>columns * sizeof<S>();
  const toSquares = (<usize>((columns + 1) & ~1)) << 3;
  const blockBytes = <usize>columns * STRIDE;
  const factor = f64x2.splat(scale);
  while (rows > 0) {
    const count = min(rows, lanes<T>());
    if (count < lanes<T>()) {
      for (let at: usize = 0; at < blockBytes; at += 16) v128.store(points + at, v128.splat<f64>(0));
    }
    let from = raw;
    let to = points;
    let shift = origin;
    let sums = moments;
    for (let j = 1; j < columns; j += 2) {
      placeColumns<S, T>(
        from, rowBytes, count, true, v128.load(shift), factor, weights, to, sums, sums + toSquares,
      );
      from += 2 * sizeof<S>();
      to += 2 * STRIDE;
      shift += 16;
      sums += 16;
    }
    if (columns & 1) {
      placeColumns<S, T>(
        from, rowBytes, count, false, v128.load(shift), factor, weights, to, sums, sums + toSquares,
      );
    }
    if (weights != 0) weights += (<usize>count) << 3;
    raw += <usize>count * rowBytes;
    points += blockBytes;
    rows -= count;
  }
}
