import { normalQuantile } from "./normal.ts";

/** A column seen as a distribution with one peak: turns standard normal draws into values like the column's. */
export type Margin = (normal: number) => number;

/** Where the body of a distribution ends and its tail begins, as a probability and in standard deviations. */
const BODY = 0.95;
const BODY_END = normalQuantile(BODY);

/** Where the two halves of a column differ by less than a hundredth they count as equal. */
const SYMMETRIC = 0.01;

/** One half of a column may be narrower than the other by so much: beyond it there is a pile of equal values. */
const MOST_SKEWED = Math.log(50);

/**
 * Between the 5 and 95 % quantiles a shifted lognormal through them and the median (mirrored where the long tail is on the
 * left, normal where the two halves are equal). Beyond them the column's own quantiles: no curve through three points
 * knows how far out the last rows are, and a few far ones would pass for a cluster. Where the column's values are whole
 * steps (years, tenths, orders), so are those that come out: else the piles of equal values would pass for clusters.
 *
 * @param values one for each row
 * @param weights one for each row, or null
 */
export function marginOf(values: Float64Array, weights: Float64Array | null): Margin {
  const ranked = rank(values, weights);
  const [low, middle, high] = [1 - BODY, 0.5, BODY].map((p) => interpolate(ranked.probabilities, ranked.values, p));
  const body = bodyThrough(low, middle, high);
  const scores = ranked.probabilities.map(normalQuantile);
  const [least] = ranked.values;
  const step = stepOf(ranked.values);
  return (normal) => {
    const value = Math.abs(normal) <= BODY_END ? body(normal) : interpolate(scores, ranked.values, normal);
    return step === null ? value : least + Math.round((value - least) / step) * step;
  };
}

/** A column of more steps than this is as good as continuous. */
const MOST_STEPS = 1000;

/** A column of fewer values than this is a category in numbers: its piles are clusters. */
const FEWEST_VALUES = 5;

/** The step that all differences of ascending values are multiples of; null where they have none worth the name. */
function stepOf(values: Float64Array): number | null {
  if (new Set(values).size < FEWEST_VALUES) return null;
  const range = values[values.length - 1] - values[0];
  const least = range / MOST_STEPS;
  let step = 0;
  for (let i = 1; i < values.length; i++) {
    step = commonStep(values[i] - values[i - 1], step, least / 2);
    if (step > 0 && step < least) return null;
  }
  return step > 0 ? step : null;
}

/** Euclid's algorithm on numbers that are whole multiples of a step but for rounding: less than `nothing` is 0. */
function commonStep(a: number, b: number, nothing: number): number {
  let [larger, smaller] = [Math.max(a, b), Math.min(a, b)];
  while (smaller > nothing) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

function bodyThrough(low: number, middle: number, high: number): Margin {
  const skew = Math.max(-MOST_SKEWED, Math.min(MOST_SKEWED, Math.log((high - middle) / (middle - low))));
  // Two halves without width have no ratio.
  if (Number.isNaN(skew) || Math.abs(skew) < SYMMETRIC) {
    const deviation = (high - low) / (2 * BODY_END);
    return (normal) => middle + deviation * normal;
  }
  const side = Math.sign(skew);
  const sigma = Math.abs(skew) / BODY_END;
  const size = Math.max(high - middle, middle - low) / Math.expm1(sigma * BODY_END);
  return (normal) => middle + side * size * Math.expm1(sigma * side * normal);
}

/** The values in ascending order, each with the part of the total weight up to its middle; rows of weight 0 left out. */
function rank(
  values: Float64Array,
  weights: Float64Array | null,
): { readonly values: Float64Array; readonly probabilities: Float64Array } {
  const rows = Int32Array.from(values.keys()).filter((row) => weights === null || weights[row] > 0);
  rows.sort((a, b) => values[a] - values[b]);
  const weightOf = (row: number): number => (weights === null ? 1 : weights[row]);
  const total = rows.reduce((sum, row) => sum + weightOf(row), 0);
  let before = 0;
  const probabilities = Float64Array.from(rows, (row) => {
    const middle = before + weightOf(row) / 2;
    before += weightOf(row);
    return middle / total;
  });
  return { values: Float64Array.from(rows, (row) => values[row]), probabilities };
}

/** The line through the points (xs, ys), xs ascending, at `x`; beyond either end the end. */
function interpolate(xs: Float64Array, ys: Float64Array, x: number): number {
  let [below, above] = [0, xs.length - 1];
  if (x <= xs[below]) return ys[below];
  if (x >= xs[above]) return ys[above];
  while (above - below > 1) {
    const middle = (below + above) >> 1;
    if (xs[middle] <= x) below = middle;
    else above = middle;
  }
  return ys[below] + ((ys[above] - ys[below]) * (x - xs[below])) / (xs[above] - xs[below]);
}
