import { STRIDE, lanes } from "./layout";

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
  let high = load<f64>(sum);
  let low = load<f64>(sum, 8);
  for (let row = 0; row < rows; row += lanes<T>()) {
    const inside = min(rows - row, lanes<T>());
    for (let column = 0; column < columns; ++column) {
      for (let lane = 0; lane < inside; ++lane) {
        const x = <f64>load<T>(points + <usize>lane * sizeof<T>());
        const square = x * x;
        const total = high + square;
        const part = total - high;
        low += high - (total - part) + (square - part);
        if (sizeof<T>() == 8) low += squareError(x, square);
        high = total;
      }
      points += STRIDE;
    }
  }
  store<f64>(sum, high);
  store<f64>(sum, low, 8);
}

/** What rounding took from x * x (Dekker 1971, with Veltkamp's splitting): 0 where x has float32's digits. */
// @ts-ignore: decorator
@inline
function squareError(x: f64, square: f64): f64 {
  const spread = 134217729.0 * x;
  const top = spread - (spread - x);
  const rest = x - top;
  return top * top - square + 2.0 * top * rest + rest * rest;
}
