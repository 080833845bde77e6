import type { Elbow, KMeansModel, Matrix } from "@kentro/core";
import { bestSilhouette, clusterBy, clusterByElbow, SEED } from "./clustering.ts";
import { distinctRows } from "./columns/distinct.ts";
import { describe, type Known } from "./described.ts";
import { type Finding, headline } from "./headline.ts";
import { earlierLabels } from "./matching/earlier-labels.ts";
import type { SegmentationModel } from "./model/segmentation-model.ts";
import { checkOptions, type SegmentOptions } from "./options.ts";
import { Pace } from "./pace.ts";
import { plays as ownPlays } from "./plays/plays.ts";
import { readPlays } from "./plays/read-plays.ts";
import { prepare } from "./prepared.ts";
import { valueColumn } from "./profile/value.ts";
import { progressParts } from "./progress.ts";
import type { Segmentation } from "./segmentation.ts";
import { clusteringShare, howSure } from "./stability/how-sure.ts";
import { checkResamples } from "./stability/stability.ts";
import type { Table } from "./table.ts";

/**
 * Finds customer segments: chooses and scales features, clusters them by K-Means, and says who each segment is. The same
 * table, options and seed give the same answer, bit for bit.
 * @throws SegmentsError where table or options are at fault, with row and column; KentroError for restarts, seed or threads
 * out of range; the signal's reason where it is aborted
 * @example
 * const { headline, segments } = await segment(mall, mallPreset);
 * headline; // "5 segments of 200 customers, found by the elbow of the curve over k = 1 to 10."
 * segments.map(({ letter, name, size }) => `${letter} ${name}: ${size}`);
 */
export async function segment(table: Table, options: SegmentOptions = {}): Promise<Segmentation> {
  const { k = "auto", seed = SEED } = options;
  checkOptions(options);
  checkResamples(options.resamples);
  const plays = options.plays === undefined ? ownPlays : readPlays(options.plays);
  const pace = new Pace(options.signal);
  options.onProgress?.({ stage: "preparing", fraction: 0 });
  const prepared = await prepare(table, options, k === "auto" ? 2 : k, pace);
  const { points, rows } = prepared;
  const value = valueColumn(table, prepared.choice, options.value);
  const before = options.previous === undefined ? null : await earlier(options.previous, table, options, pace);
  const progress = progressParts(options.onProgress, clusteringShare(options, rows.length));
  const search = { ...options, onProgress: progress.clustering };
  const clustering = k === "auto" ? await clusterByElbow(points, search) : await clusterBy(k, points, search);
  const sure = await howSure(points, clustering, options, pace, progress.stability);
  options.onProgress?.({ stage: "describing", fraction: 1 });
  const described = await describe(table, prepared, clustering, { sure, plays, seed, value, before }, pace);
  const { model, elbow, silhouette, silhouetteSampled, structure } = clustering;
  const { recipe, choice, scale, leftOut, notes } = prepared;
  return {
    rowsRead: table.rows,
    rows: rows.length,
    features: recipe.map(({ name }) => name),
    choice,
    scale,
    k: model.k,
    structure,
    seed,
    inertia: model.inertia,
    silhouette,
    silhouetteSampled,
    headline: headline({
      k: model.k,
      rows: rows.length,
      structure,
      silhouette,
      search: elbow && (await searchOf(elbow, points, pace)),
    }),
    elbow,
    leftOut,
    notes,
    howMany: sure.howMany,
    ...described,
  };
}

async function searchOf(
  elbow: Elbow<KMeansModel>,
  points: Matrix,
  pace: Pace,
): Promise<NonNullable<Finding["search"]>> {
  const kMin = elbow.curve[0]!.k;
  const kMax = elbow.curve.at(-1)!.k;
  const unfinished = elbow.k === kMax && (await distinctRows(points, kMax + 1, pace)) > kMax;
  return { kMin, kMax, elbow: elbow.k, unfinished, best: bestSilhouette(elbow) };
}

async function earlier(
  model: SegmentationModel,
  table: Table,
  options: SegmentOptions,
  pace: Pace,
): Promise<Known["before"]> {
  return { labels: await earlierLabels(model, table, options, pace), segments: model.segments };
}
