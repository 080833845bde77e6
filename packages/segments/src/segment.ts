import type { Elbow, KMeansModel, Matrix } from "@kentro/core";
import { bestSilhouette, type Clustering, clusterBy, clusterByElbow, SEED } from "./clustering.ts";
import { distinctRows } from "./columns/distinct.ts";
import { trainingOf } from "./drift/training.ts";
import { type Finding, headline } from "./headline.ts";
import { earlierLabels } from "./matching/earlier-labels.ts";
import { called, SAME } from "./matching/inherit.ts";
import { matchByOverlap } from "./matching/overlap.ts";
import { type ModelSegment, SegmentationModel } from "./model/segmentation-model.ts";
import { nameSegments } from "./naming/names.ts";
import { checkOptions, type SegmentOptions } from "./options.ts";
import { Pace } from "./pace.ts";
import type { Play } from "./plays/play.ts";
import { plays as ownPlays } from "./plays/plays.ts";
import { readPlays } from "./plays/read-plays.ts";
import { portraits } from "./portraits.ts";
import { type Prepared, prepare } from "./prepared.ts";
import { countCategories, withMissing } from "./profile/categories.ts";
import { showingOrder } from "./profile/order.ts";
import { profile } from "./profile/profiles.ts";
import { valueColumn } from "./profile/value.ts";
import { progressParts } from "./progress.ts";
import type { RuleColumn } from "./rules/condition.ts";
import type { Segment, Segmentation } from "./segmentation.ts";
import { clusteringShare, type HowSure, howSure, ofSegments } from "./stability/how-sure.ts";
import { checkResamples } from "./stability/stability.ts";
import type { NumericColumn, Table } from "./table.ts";

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

/** What segments are described by, beside the data. */
interface Known {
  readonly sure: HowSure;
  readonly plays: readonly Play[];
  readonly seed: number;
  readonly value: NumericColumn | null;
  /** The customers in the segments of an earlier model. */
  readonly before: Earlier | null;
}

interface Earlier {
  readonly labels: Int32Array;
  readonly segments: readonly ModelSegment[];
}

async function earlier(model: SegmentationModel, table: Table, options: SegmentOptions, pace: Pace): Promise<Earlier> {
  return { labels: await earlierLabels(model, table, options, pace), segments: model.segments };
}

/** The segments in their order with profiles, names and a model of them. */
async function describe(
  given: Table,
  { table, features, categories, recipe, choice, scale, rows, points }: Prepared,
  { model: kmeans, labels: clusters }: Clustering,
  { sure, plays, seed, value, before }: Known,
  pace: Pace,
): Promise<Pick<Segmentation, "segments" | "labels" | "model" | "stability" | "value">> {
  const { k, sizes } = kmeans;
  const order = await showingOrder(features, categories, rows, clusters, k, pace);
  const place = new Int32Array(k);
  for (const [id, cluster] of order.entries()) place[cluster] = id;
  const usedLabels = clusters.map((cluster) => place[cluster]!);
  const labels = new Int32Array(table.rows).fill(-1);
  for (let i = 0; i < rows.length; i++) labels[rows[i]!] = usedLabels[i]!;
  const profiles = await profile(table, choice, rows, usedLabels, k, pace);
  const clusteredBy = columnsOf(given, recipe);
  const texts = clusteredBy.filter((column) => column.type === "text");
  const numbers = features.filter(({ name }) => !texts.some((column) => column.name === name));
  const spoken = [...texts, ...categories.filter(({ name }) => !texts.some((column) => column.name === name))];
  const apart = new Set(recipe.flatMap((each) => (each.type === "category" && each.missing ? [each.name] : [])));
  const names = nameSegments(
    numbers.map(({ name }) => name),
    numbers.map((feature) => profiles.summaries.get(feature)!),
    k,
    spoken.map((column) => {
      const values = apart.has(column.name) ? withMissing(column) : column;
      return { column: column.name, counts: countCategories(values, rows, usedLabels, k) };
    }),
  );
  const matches = before && matchByOverlap(labels, k, before.labels, before.segments.length, SAME);
  const calls = called(
    names.map(({ name }) => name),
    before?.segments ?? null,
    matches ?? [],
  );
  const training = await trainingOf(
    [...features, ...categories],
    points,
    { centroids: kmeans.centroids, labels: clusters },
    seed,
    pace,
  );
  const model = new SegmentationModel({
    recipe,
    scale,
    seed,
    rows: rows.length,
    segments: order.map((cluster, id) => ({ ...calls[id]!, size: sizes[cluster]!, cluster })),
    kmeans,
    training,
  });
  const told = await portraits(
    {
      ...{ table, choice, features: clusteredBy, summaries: profiles.summaries },
      ...{ points, rows, labels: usedLabels },
      ...{ shares: model.segments.map(({ share }) => share), centroids: ordered(kmeans.centroids, order) },
      ...{ value, plays, seed },
    },
    pace,
  );
  const { centroids } = model;
  const known = ofSegments(sure, order, sizes);
  const segments = model.segments.map((each, id): Segment => {
    return {
      ...{ ...each, ...profiles.segments[id]!, centroid: centroids[id]!, evidence: names[id]!.evidence },
      ...{ ...told.segments[id]!, ...known.segments[id]! },
    };
  });
  return { segments, labels, model, stability: known.stability, value: told.value };
}

/** The columns clustered by as the file has them, which is what rules speak of. */
function columnsOf({ columns }: Table, recipe: Prepared["recipe"]): readonly RuleColumn[] {
  const names = new Set(recipe.map(({ name }) => name));
  return columns.filter((column): column is RuleColumn => {
    return names.has(column.name) && (column.type === "numeric" || column.type === "text");
  });
}

function ordered({ data, rows, columns }: Matrix, order: readonly number[]): Matrix {
  const lines = order.flatMap((row) => [...data.subarray(row * columns, (row + 1) * columns)]);
  return { data: Float64Array.from(lines), rows, columns };
}
