import { type Prepared, prepare } from "./engine/prepare.ts";
import { KentroError } from "./errors.ts";
import type { KMeansFit } from "./model/model.ts";
import { checkedSettings, type KMeansOptions, requireK } from "./options.ts";
import { Pace } from "./pace.ts";
import { requireDistinctRows } from "./points/distinct.ts";
import { intoFrame } from "./points/frame.ts";
import { findExtent, type Points, toMatrix } from "./points/matrix.ts";
import { WHOLE } from "./progress.ts";
import { fitOf } from "./search/fit.ts";
import { recordsFor } from "./search/records.ts";
import { searchFromGiven } from "./search/restarts.ts";
import { searchCentroids } from "./search/search.ts";
import { type Team, withTeam } from "./threads/team.ts";

/**
 * Finds k clusters with small inertia: greedy k-means++ (Arthur and Vassilvitskii 2007) and Lloyd's algorithm (Lloyd 1982),
 * improved by exchanges of a centroid for a row (Lattanzi and Sohler 2019). The same points, options and seed give the same bits everywhere.
 *
 * @param points rows of numbers, or a Matrix; float32 data runs as float32, all else as float64
 * @param options `k`, and what has defaults: see `KMeansOptions`
 * @returns the centroids, a label for each row, and how it came about
 * @throws KentroError for points, weights or options that cannot be used; the signal's reason where it is aborted
 * @example
 * const fit = await kmeans([[1, 1], [1, 2], [8, 8], [9, 8]], { k: 2 });
 * fit.labels; // two of one number, two of the other
 * fit.inertia; // 1
 */
export async function kmeans(points: Points, options: KMeansOptions): Promise<KMeansFit> {
  return await withTeam(options.threads, (team) => kmeansBy(team, points, options));
}

async function kmeansBy(team: Team, points: Points, options: KMeansOptions): Promise<KMeansFit> {
  const { k, weights, signal, onProgress, onIteration } = options;
  requireK(k);
  const settings = checkedSettings(options);
  const pace = new Pace(signal);
  onProgress?.({ stage: "loading", fraction: WHOLE.start });
  const prepared = await prepare(points, weights, pace, team, settings.engine);
  await requireDistinctRows(prepared.matrix, k, prepared.weights, pace);
  const { init } = settings;
  const report = { share: WHOLE, onProgress, record: recordsFor(prepared, onIteration, pace) };
  const found =
    typeof init === "string"
      ? await searchCentroids(prepared, k, settings, pace, report)
      : await searchFromGiven(prepared, await givenCentroids(prepared, k, init, pace), settings, pace, report);
  return await fitOf(prepared, found, pace);
}

async function givenCentroids({ matrix, frame }: Prepared, k: number, init: Points, pace: Pace): Promise<Float64Array> {
  const { data, rows, columns } = await toMatrix(init, pace);
  if (columns !== matrix.columns) {
    throw new KentroError(
      "COLUMN_MISMATCH",
      `Expected given centroids of ${matrix.columns} columns as the points have, got ${columns}`,
    );
  }
  if (rows !== k) {
    throw new KentroError("INVALID_OPTION", `Expected as many given centroids as k = ${k}, got ${rows}`);
  }
  await findExtent({ data, rows, columns }, pace);
  return intoFrame(Float64Array.from(data), frame);
}
