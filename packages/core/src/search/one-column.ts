import type { Pace } from "../pace.ts";
import { bestCuts } from "./one-column/cuts.ts";
import { type DistinctValues, distinctValues } from "./one-column/distinct-values.ts";
import { inPieces } from "./one-column/pieces.ts";

/**
 * The centroids of least inertia over one column, of all there are: in one dimension clusters are runs of the sorted
 * values, and the best runs are found by dynamic programming (Wang and Song 2011). Plain Lloyd from these centroids keeps
 * them, but for rounding.
 *
 * @param values  finite numbers, one for each row
 * @param weights one for each row, none negative; null where all rows count alike
 * @param k       at most the number of distinct values of positive weight, else RangeError
 * @returns k ascending centroids in the units of the values; null where it would be too much work (see `bestCuts`)
 */
export async function oneColumnOptimum(
  values: Float32Array | Float64Array,
  weights: Float64Array | null,
  k: number,
  pace: Pace,
): Promise<Float64Array | null> {
  const distinct = await distinctValues(values, weights, pace);
  const { length } = distinct.values;
  if (length < k) throw new RangeError(`Expected at least k = ${k} distinct values, got ${length}`);
  const optima = await optimaOf(distinct, k, k, pace);
  return optima?.[0] ?? null;
}

/**
 * The centroids of least inertia for each k from 1 to `kMax`, or to the number of distinct values where that is less: as
 * `oneColumnOptimum`, for hardly more than the price of the largest k where values are few.
 *
 * @returns by k - 1; null where it would be too much work
 */
export async function oneColumnOptima(
  values: Float32Array | Float64Array,
  weights: Float64Array | null,
  kMax: number,
  pace: Pace,
): Promise<readonly Float64Array[] | null> {
  const distinct = await distinctValues(values, weights, pace);
  return await optimaOf(distinct, 1, Math.min(kMax, distinct.values.length), pace);
}

async function optimaOf(
  distinct: DistinctValues,
  kLeast: number,
  kMost: number,
  pace: Pace,
): Promise<readonly Float64Array[] | null> {
  const { origin, scale } = await intoFrame(distinct, pace);
  const partitions = await bestCuts(distinct, kLeast, kMost, pace);
  if (partitions === null) return null;
  const optima: Float64Array[] = [];
  for (const begins of partitions) {
    const means = await meansOf(distinct, begins, pace);
    optima.push(means.map((mean) => mean / scale + origin));
  }
  return optima;
}

/**
 * Shifts values in place, where that is exact, and multiplies them and their weights by powers of two: so no square
 * overflows, and far from 0 none loses a digit.
 */
async function intoFrame(
  { values, weights }: DistinctValues,
  pace: Pace,
): Promise<{ readonly origin: number; readonly scale: number }> {
  const { length } = values;
  const low = values[0];
  const high = values[length - 1];
  // By Sterbenz's lemma a - b is exact where one is at most twice the other.
  const origin = low > 0 && high / 2 <= low ? low : high < 0 && low / 2 >= high ? high : 0;
  const scale = inversePower(Math.max(Math.abs(low - origin), Math.abs(high - origin)));
  let heaviest = 0;
  await inPieces(length, pace, (first, end) => {
    for (let at = first; at < end; at++) heaviest = Math.max(heaviest, weights[at]);
  });
  const weightScale = inversePower(heaviest);
  await inPieces(length, pace, (first, end) => {
    for (let at = first; at < end; at++) {
      values[at] = (values[at] - origin) * scale;
      // A weight that vanished beside the largest would leave its value without a mean.
      weights[at] = Math.max(weights[at] * weightScale, LEAST_WEIGHT);
    }
  });
  return { origin, scale };
}

const LEAST_WEIGHT = 2 ** -1000;

/** The power of two that brings a magnitude close to 1, or as close as powers of two can. */
function inversePower(magnitude: number): number {
  return magnitude === 0 ? 1 : 2 ** Math.min(1023, -Math.floor(Math.log2(magnitude)));
}

/** The mean of each run, summed about a value of its own, so that a run of one value has that value. */
async function meansOf({ values, weights }: DistinctValues, begins: Int32Array, pace: Pace): Promise<Float64Array> {
  const means = new Float64Array(begins.length);
  for (let run = 0; run < begins.length; run++) {
    const begin = begins[run];
    const end = run + 1 < begins.length ? begins[run + 1] : values.length;
    const center = values[(begin + end) >> 1];
    let weight = 0;
    let distance = 0;
    await inPieces(end - begin, pace, (first, last) => {
      for (let at = begin + first; at < begin + last; at++) {
        weight += weights[at];
        distance += weights[at] * (values[at] - center);
      }
    });
    means[run] = center + distance / weight;
  }
  return means;
}
