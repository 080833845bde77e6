import type { Pace } from "../pace.ts";
import { bestCuts } from "./one-column/cuts.ts";
import { type DistinctValues, distinctValues } from "./one-column/distinct-values.ts";

/** Entries of the table of cuts, k x distinct values: 256 MiB, and a few seconds. */
const LARGEST_TABLE = 2 ** 26;

/**
 * The centroids of least inertia over one column, of all there are: in one dimension clusters are runs of the sorted
 * values, and the best runs are found by dynamic programming (Wang and Song 2011; Grønlund et al. 2017). Takes O(k n log n)
 * for n distinct values. Plain Lloyd from these centroids keeps them, but for rounding.
 *
 * @param values finite numbers, a row each
 * @param weights one for each row, not negative; null where all count alike
 * @param k at most the number of distinct values of positive weight, else RangeError
 * @returns k ascending centroids, in the units of the values; null where k x n is beyond 2^26, too much for the table
 */
export async function oneColumnOptimum(
  values: Float32Array | Float64Array,
  weights: Float64Array | null,
  k: number,
  pace: Pace,
): Promise<Float64Array | null> {
  const optima = await oneColumnOptima(values, weights, k, pace);
  if (optima === null) return null;
  if (optima.length < k) throw new RangeError(`Expected at least k = ${k} distinct values, got ${optima.length}`);
  return optima[k - 1];
}

/**
 * The centroids of least inertia for each k from 1 to `kMax`, or to the number of distinct values where that is less: as
 * `oneColumnOptimum`, for the price of the largest k.
 *
 * @returns by k - 1; null where `kMax` x n is too much
 */
export async function oneColumnOptima(
  values: Float32Array | Float64Array,
  weights: Float64Array | null,
  kMax: number,
  pace: Pace,
): Promise<readonly Float64Array[] | null> {
  const distinct = await distinctValues(values, weights, pace);
  const n = distinct.values.length;
  const most = Math.min(kMax, n);
  if (most * n > LARGEST_TABLE) return null;
  const { framed, origin, scale } = inFrame(distinct);
  const partitions = await bestCuts(framed, most, pace);
  const optima: Float64Array[] = [];
  for (const begins of partitions) {
    optima.push(meansOf(framed, begins).map((mean) => mean / scale + origin));
    if (pace.due()) await pace.breathe();
  }
  return optima;
}

/** Shifted, where that is exact, and multiplied by powers of two: so no square overflows, and far from 0 none loses a digit. */
function inFrame({ values, weights }: DistinctValues): {
  readonly framed: DistinctValues;
  readonly origin: number;
  readonly scale: number;
} {
  const low = values[0];
  const high = values[values.length - 1];
  // By Sterbenz's lemma a - b is exact where one is at most twice the other.
  const origin = low > 0 && high / 2 <= low ? low : high < 0 && low / 2 >= high ? high : 0;
  const scale = inversePower(Math.max(Math.abs(low - origin), Math.abs(high - origin)));
  const weightScale = inversePower(weights.reduce((most, weight) => Math.max(most, weight), 0));
  const framed = {
    values: values.map((value) => (value - origin) * scale),
    // A weight that vanished beside the largest would leave its value without a mean.
    weights: weights.map((weight) => Math.max(weight * weightScale, LEAST_WEIGHT)),
  };
  return { framed, origin, scale };
}

const LEAST_WEIGHT = 2 ** -1000;

/** The power of two that brings a magnitude close to 1, or as close as powers of two can. */
function inversePower(magnitude: number): number {
  return magnitude === 0 ? 1 : 2 ** Math.min(1023, -Math.floor(Math.log2(magnitude)));
}

/** The mean of each run, summed about a value of its own, so that a run of one value has that value. */
function meansOf({ values, weights }: DistinctValues, begins: Int32Array): Float64Array {
  const means = new Float64Array(begins.length);
  for (let run = 0; run < begins.length; run++) {
    const end = run + 1 < begins.length ? begins[run + 1] : values.length;
    const center = values[(begins[run] + end) >> 1];
    let weight = 0;
    let distance = 0;
    for (let at = begins[run]; at < end; at++) {
      weight += weights[at];
      distance += weights[at] * (values[at] - center);
    }
    means[run] = center + distance / weight;
  }
  return means;
}
