import { normalQuantile } from "./normal.ts";

/** A column seen as a distribution with one peak: turns standard normal draws into values like the column's. */
export type Margin = (normal: number) => number;

/** Standard deviations from the median to the 95 % quantile of a normal distribution. */
const Z95 = normalQuantile(0.95);

/** Where the two halves of a column differ by less than a hundredth they count as equal. */
const SYMMETRIC = 0.01;

/** One half of a column may be narrower than the other by so much: beyond it there is a pile of equal values. */
const MOST_SKEWED = Math.log(50);

/**
 * A shifted lognormal through the 5, 50 and 95 % quantiles (mirrored where the long tail is on the left, normal where the
 * two halves are equal), clipped to the range of the column.
 *
 * @param values one for each row
 * @param weights one for each row, or null
 */
export function marginOf(values: Float64Array, weights: Float64Array | null): Margin {
  const quantile = quantiles(values, weights);
  const [low, middle, high] = [quantile(0.05), quantile(0.5), quantile(0.95)];
  const [least, most] = [quantile(0), quantile(1)];
  const clipped = (value: number): number => Math.min(Math.max(value, least), most);
  const skew = Math.max(-MOST_SKEWED, Math.min(MOST_SKEWED, Math.log((high - middle) / (middle - low))));
  // Two halves without width have no ratio.
  if (Number.isNaN(skew) || Math.abs(skew) < SYMMETRIC) {
    const deviation = (high - low) / (2 * Z95);
    return (normal) => clipped(middle + deviation * normal);
  }
  const long = Math.max(high - middle, middle - low);
  const side = Math.sign(skew);
  const sigma = Math.abs(skew) / Z95;
  const size = long / Math.expm1(sigma * Z95);
  return (normal) => clipped(middle + side * size * Math.expm1(sigma * side * normal));
}

/** Quantiles by linear interpolation between the rows' middles in the order of their values. */
function quantiles(values: Float64Array, weights: Float64Array | null): (p: number) => number {
  const order = Int32Array.from(values.keys()).sort((a, b) => values[a] - values[b]);
  const middles = new Float64Array(values.length);
  let total = 0;
  order.forEach((row, i) => {
    const weight = weights === null ? 1 : weights[row];
    middles[i] = total + weight / 2;
    total += weight;
  });
  return (p) => {
    const target = p * total;
    let i = 0;
    while (i < middles.length - 1 && middles[i + 1] < target) i++;
    const next = Math.min(i + 1, middles.length - 1);
    const [below, above] = [values[order[i]], values[order[next]]];
    if (target <= middles[i] || middles[next] === middles[i]) return p === 1 ? above : below;
    const part = Math.min(1, (target - middles[i]) / (middles[next] - middles[i]));
    return below + part * (above - below);
  };
}
