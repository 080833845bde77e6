import { addPair, type Partials } from "./partials.ts";

/**
 * The inertia of centroids by the sums of their clusters: the sum of |x|² - 2 c·x + |c|² over all rows. Where digits
 * cancel, the 106 bits of squares and sums have plenty left, so no row needs to be looked at. Rows have no weights.
 *
 * @param squares   the squares of all values, an unevaluated pair
 * @param centroids as the kernel sees them, `k x columns`
 */
export function inertiaBySums(
  { counts, sums, sumsLow }: Partials,
  squares: Float64Array,
  centroids: Float64Array,
): number {
  const columns = centroids.length / counts.length;
  const high = squares.slice(0, 1);
  const low = squares.slice(1, 2);
  for (let at = 0; at < centroids.length; at++) {
    const c = -2 * centroids[at];
    const product = c * sums[at];
    addPair(high, low, 0, product, productError(c, sums[at], product) + c * sumsLow[at]);
    const count = counts[Math.floor(at / columns)];
    const square = centroids[at] * centroids[at];
    const squareError = productError(centroids[at], centroids[at], square);
    const term = square * count;
    addPair(high, low, 0, term, productError(square, count, term) + squareError * count);
  }
  return Math.max(0, high[0] + low[0]);
}

/** What rounding took from a * b (Dekker 1971). */
function productError(a: number, b: number, product: number): number {
  const aTop = topHalf(a);
  const bTop = topHalf(b);
  const aRest = a - aTop;
  const bRest = b - bTop;
  return aRest * bRest - (product - aTop * bTop - aRest * bTop - aTop * bRest);
}

/** The upper half of a number's digits (Veltkamp's splitting). */
function topHalf(value: number): number {
  const spread = 134217729 * value;
  return spread - (spread - value);
}
