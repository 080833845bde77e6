import { STRIDE, lanes } from "./layout";
import { addScalar } from "./sums";

/**
 * The sum of the squares of all values of some rows as an unevaluated pair of float64, about 106 bits: with it, and with
 * sums as exact, the inertia of any centroids follows without a look at the rows (see `inertia.ts` beside the loader).
 *
 * @param points   IN     T[blocks][columns][lanes]
 * @param rows     IN     number of rows
 * @param columns  IN     number of columns
 * @param sum      INOUT  f64[2], the pair that the squares are added to
 */
export function addSquares<T>(points: usize, rows: i32, columns: i32, sum: usize): void {
  const full = rows / lanes<T>();
  const vectors = <usize>full * <usize>columns * STRIDE;
  let high0 = f64x2.splat(0);
  let high1 = high0;
  let low0 = high0;
  let low1 = high0;
  for (const end = points + vectors; points < end; points += 16) {
    const x0 = sizeof<T>() == 4 ? f64x2.promote_low_f32x4(v128.load64_zero(points)) : v128.load(points);
    const square0 = f64x2.mul(x0, x0);
    const total0 = f64x2.add(high0, square0);
    low0 = f64x2.add(low0, lost(high0, square0, total0));
    if (sizeof<T>() == 8) low0 = f64x2.add(low0, squareError(x0, square0));
    high0 = total0;
    if (sizeof<T>() == 4) {
      const x1 = f64x2.promote_low_f32x4(v128.load64_zero(points, 8));
      const square1 = f64x2.mul(x1, x1);
      const total1 = f64x2.add(high1, square1);
      low1 = f64x2.add(low1, lost(high1, square1, total1));
      high1 = total1;
    }
  }
  addLanes(sum, high0, low0);
  addLanes(sum, high1, low1);
  for (let column = 0; column < columns; ++column) {
    for (let lane = 0; lane < rows - full * lanes<T>(); ++lane) {
      const x = f64x2.splat(<f64>load<T>(points + <usize>lane * sizeof<T>()));
      const square = f64x2.mul(x, x);
      addScalar(sum, f64x2.extract_lane(square, 0));
      if (sizeof<T>() == 8) store<f64>(sum, load<f64>(sum, 8) + f64x2.extract_lane(squareError(x, square), 0), 8);
    }
    points += STRIDE;
  }
}

/** What rounding took from the sum of two numbers (Knuth's TwoSum). */
// @ts-ignore: decorator
@inline
function lost(a: v128, b: v128, total: v128): v128 {
  const part = f64x2.sub(total, a);
  return f64x2.add(f64x2.sub(a, f64x2.sub(total, part)), f64x2.sub(b, part));
}

/** Adds the lanes of a vector of pairs to a pair. */
function addLanes(sum: usize, high: v128, low: v128): void {
  addScalar(sum, f64x2.extract_lane(high, 0));
  addScalar(sum, f64x2.extract_lane(high, 1));
  store<f64>(sum, load<f64>(sum, 8) + f64x2.extract_lane(low, 0) + f64x2.extract_lane(low, 1), 8);
}

/** What rounding took from x * x (Dekker 1971, with Veltkamp's splitting): 0 where x has float32's digits. */
// @ts-ignore: decorator
@inline
function squareError(x: v128, square: v128): v128 {
  const spread = f64x2.mul(x, f64x2.splat(134217729.0));
  const top = f64x2.sub(spread, f64x2.sub(spread, x));
  const rest = f64x2.sub(x, top);
  const cross = f64x2.mul(f64x2.mul(f64x2.splat(2), top), rest);
  return f64x2.add(f64x2.add(f64x2.sub(f64x2.mul(top, top), square), cross), f64x2.mul(rest, rest));
}
