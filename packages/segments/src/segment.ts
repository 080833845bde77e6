import type { Elbow, Matrix } from "@kentro/core";
import { bestSilhouette, type Clustering, clusterBy, clusterByElbow, SEED } from "./clustering.ts";
import { distinctRows } from "./columns/distinct.ts";
import { type Finding, headline } from "./headline.ts";
import { letterOf } from "./letters.ts";
import { SegmentationModel } from "./model/segmentation-model.ts";
import { nameSegments } from "./naming/names.ts";
import { checkOptions, type SegmentOptions } from "./options.ts";
import { Pace } from "./pace.ts";
import { type Prepared, prepare } from "./prepared.ts";
import { showingOrder } from "./profile/order.ts";
import { profile } from "./profile/profiles.ts";
import { progressParts } from "./progress.ts";
import type { Segment, Segmentation } from "./segmentation.ts";
import { clusteringShare, type HowSure, howSure, ofSegments } from "./stability/how-sure.ts";
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
  const pace = new Pace(options.signal);
  const prepared = await prepare(table, options, k === "auto" ? 2 : k, pace);
  const { points, rows } = prepared;
  const progress = progressParts(options.onProgress, clusteringShare(options, rows.length));
  const search = { ...options, onProgress: progress.clustering };
  const clustering = k === "auto" ? await clusterByElbow(points, search) : await clusterBy(k, points, search);
  const sure = await howSure(points, clustering, options, pace, progress.stability);
  const described = await describe(prepared, clustering, sure, seed, pace);
  const { fit, elbow, silhouette, silhouetteSampled, structure } = clustering;
  const { recipe, choice, scale, leftOut } = prepared;
  return {
    rowsRead: table.rows,
    rows: rows.length,
    features: recipe.map(({ name }) => name),
    choice,
    scale,
    k: fit.k,
    structure,
    seed,
    inertia: fit.inertia,
    silhouette,
    silhouetteSampled,
    headline: headline({
      k: fit.k,
      rows: rows.length,
      structure,
      silhouette,
      search: elbow && searchOf(elbow, points),
    }),
    elbow,
    leftOut,
    notes: { shapes: [], repeatedRows: 0, repeatedIds: null, sentences: [] },
    value: null,
    howMany: sure.howMany,
    ...described,
  };
}

/** The segments in their order with profiles, names and a model of them. */
function searchOf(elbow: Elbow, points: Matrix): NonNullable<Finding["search"]> {
  const kMin = elbow.curve[0]!.k;
  const kMax = elbow.curve.at(-1)!.k;
  const unfinished = elbow.k === kMax && distinctRows(points, kMax + 1) > kMax;
  return { kMin, kMax, elbow: elbow.k, unfinished, best: bestSilhouette(elbow) };
}

async function describe(
  { table, features, recipe, choice, scale, rows }: Prepared,
  { fit }: Clustering,
  sure: HowSure,
  seed: number,
  pace: Pace,
): Promise<Pick<Segmentation, "segments" | "labels" | "model" | "stability">> {
  const order = await showingOrder(features, rows, fit.labels, fit.k, pace);
  const place = new Int32Array(fit.k);
  for (const [id, cluster] of order.entries()) place[cluster] = id;
  const usedLabels = fit.labels.map((cluster) => place[cluster]!);
  const profiles = await profile(table, choice, rows, usedLabels, fit.k, pace);
  const columns = features.map(({ name }) => name);
  const summaries = features.map((feature) => profiles.summaries.get(feature)!);
  const names = nameSegments(columns, summaries, fit.k);
  const model = new SegmentationModel({
    recipe,
    scale,
    seed,
    rows: rows.length,
    segments: order.map((cluster, id) => {
      return { letter: letterOf(id), name: names[id]!.name, size: fit.sizes[cluster]!, cluster };
    }),
    kmeans: fit,
  });
  const { centroids } = model;
  const known = ofSegments(sure, order, fit.sizes);
  const segments = model.segments.map((each, id): Segment => {
    return {
      ...{ ...each, ...profiles.segments[id]!, centroid: centroids[id]!, evidence: names[id]!.evidence },
      ...{ value: null, typical: [], rule: null, suggestions: [], ...known.segments[id]! },
    };
  });
  const labels = new Int32Array(table.rows).fill(-1);
  for (let i = 0; i < rows.length; i++) labels[rows[i]!] = usedLabels[i]!;
  return { segments, labels, model, stability: known.stability };
}
