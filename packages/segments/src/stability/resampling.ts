import { type KMeansModel, type KMeansOptions, kmeans, type Matrix } from "@kentro/core";
import { workOptions } from "../clustering.ts";
import { distinctRows } from "../columns/distinct.ts";
import type { Pace } from "../pace.ts";
import { Random } from "../random.ts";
import { bestJaccard } from "./jaccard.ts";
import { rowsOf } from "./rows-of.ts";

/** A clustering of points whose stability is asked for. */
export type Clusters = Pick<KMeansModel, "k" | "sizes" | "predict">;

/** How points are drawn and clustered again. */
export interface Resampling {
  readonly resamples: number;
  /** Rows of a resample. */
  readonly rows: number;
  readonly seed: number;
  /** The search, as it was for the clustering but for k and seed. */
  readonly search: Omit<KMeansOptions, "k" | "seed">;
}

/** How stable clusters are. */
export interface ClusterStability {
  /** For each cluster the mean over resamples of the Jaccard similarity with its match. */
  readonly jaccard: readonly number[];
  /** The mean over clusters, weighted by their sizes. */
  readonly mean: number;
}

/** Above this many rows clusters are compared on a sample: it costs the mean far less than the resamples do. */
const COMPARED_ROWS = 10_000;

/** Streams of random numbers: the sample that is compared, the rows of a resample, the seed of its search. */
const COMPARED = 1;
const ROWS = 2;
const SEARCH = 3;

/** What clusters of points are compared on: all rows up to 10,000, above that a seeded sample of so many. */
export function comparedRows(points: Matrix, seed: number): Matrix {
  if (points.rows <= COMPARED_ROWS) return points;
  return rowsOf(points, new Random(seed, COMPARED).sample(COMPARED_ROWS, points.rows));
}

/**
 * How stable clusters are (Hennig 2007, Computational Statistics & Data Analysis 52, 258-271): rows are drawn with
 * replacement and clustered by the same search; the clusters found, put to all compared rows, are matched with the
 * original ones. A resample of fewer different rows than k makes as many clusters as it has different rows.
 * @param onResample called after each resample with how many are done
 */
export async function clusterStability(
  points: Matrix,
  compared: Matrix,
  clusters: Clusters,
  { resamples, rows, seed, search }: Resampling,
  pace: Pace,
  onResample?: (done: number) => void,
): Promise<ClusterStability> {
  const { k, sizes } = clusters;
  const work = workOptions(search);
  const own = await clusters.predict(compared, work);
  const sums = new Float64Array(k);
  for (let resample = 0; resample < resamples; resample++) {
    const drawn = rowsOf(points, new Random(seed, ROWS, resample).withReplacement(rows, points.rows));
    const found = await kmeans(drawn, {
      ...search,
      k: await distinctRows(drawn, k, pace),
      seed: new Random(seed, SEARCH, resample).bits(),
    });
    const likeness = bestJaccard(own, k, await found.predict(compared, work), found.k);
    for (let cluster = 0; cluster < k; cluster++) sums[cluster]! += likeness[cluster]!;
    onResample?.(resample + 1);
    await pace.breathe();
  }
  const jaccard = Array.from(sums, (sum) => sum / resamples);
  return { jaccard, mean: weightedMean(jaccard, sizes) };
}

function weightedMean(values: readonly number[], weights: readonly number[]): number {
  let [total, weight] = [0, 0];
  for (const [i, value] of values.entries()) {
    total += value * weights[i]!;
    weight += weights[i]!;
  }
  // Rounding may bring a mean of ones above one.
  return Math.min(total / weight, 1);
}
