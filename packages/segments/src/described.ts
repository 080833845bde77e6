import type { Matrix } from "@kentro/core";
import type { Clustering } from "./clustering.ts";
import { trainingOf } from "./drift/training.ts";
import { called, SAME } from "./matching/inherit.ts";
import { matchByOverlap } from "./matching/overlap.ts";
import { type ModelSegment, SegmentationModel } from "./model/segmentation-model.ts";
import { type Name, nameSegments } from "./naming/names.ts";
import type { Pace } from "./pace.ts";
import type { Play } from "./plays/play.ts";
import { portraits } from "./portraits.ts";
import type { Prepared } from "./prepared.ts";
import { countCategories, withMissing } from "./profile/categories.ts";
import { showingOrder } from "./profile/order.ts";
import { type Profiles, profile } from "./profile/profiles.ts";
import type { RuleColumn } from "./rules/condition.ts";
import type { Segment, Segmentation } from "./segmentation.ts";
import { type HowSure, ofSegments } from "./stability/how-sure.ts";
import type { NumericColumn, Table } from "./table.ts";

/** What segments are described by, beside the data. */
export interface Known {
  readonly sure: HowSure;
  readonly plays: readonly Play[];
  readonly seed: number;
  readonly value: NumericColumn | null;
  /** The customers in the segments of an earlier model. */
  readonly before: { readonly labels: Int32Array; readonly segments: readonly ModelSegment[] } | null;
}

/** Who the segments are: in their order, with profiles, names and portraits, and a model of them. */
export async function describe(
  given: Table,
  prepared: Prepared,
  { model: kmeans, labels: clusters }: Clustering,
  { sure, plays, seed, value, before }: Known,
  pace: Pace,
): Promise<Pick<Segmentation, "segments" | "labels" | "model" | "stability" | "value">> {
  const { table, features, categories, recipe, choice, scale, rows, points } = prepared;
  const { k, sizes, centroids } = kmeans;
  const order = await showingOrder(features, categories, rows, clusters, k, pace);
  const place = new Int32Array(k);
  for (const [id, cluster] of order.entries()) place[cluster] = id;
  const usedLabels = clusters.map((cluster) => place[cluster]!);
  const labels = new Int32Array(table.rows).fill(-1);
  for (let i = 0; i < rows.length; i++) labels[rows[i]!] = usedLabels[i]!;

  const profiles = await profile(table, choice, rows, usedLabels, k, pace);
  const clusteredBy = columnsOf(given, recipe);
  const names = namesOf(clusteredBy, prepared, profiles, usedLabels, k);
  const matches = before && matchByOverlap(labels, k, before.labels, before.segments.length, SAME);
  const plain = names.map(({ name }) => name);
  const calls = called(plain, before?.segments ?? null, matches ?? []);
  const training = await trainingOf([...features, ...categories], points, { centroids, labels: clusters }, seed, pace);
  const segments = order.map((cluster, id) => ({ ...calls[id]!, size: sizes[cluster]!, cluster }));
  const model = new SegmentationModel({ recipe, scale, seed, rows: rows.length, segments, kmeans, training });

  const told = await portraits(
    {
      ...{ table, choice, features: clusteredBy, summaries: profiles.summaries },
      ...{ points, rows, labels: usedLabels },
      ...{ shares: model.segments.map(({ share }) => share), centroids: ordered(centroids, order) },
      ...{ value, plays, seed },
    },
    pace,
  );
  const known = ofSegments(sure, order, sizes);
  const inUnits = model.centroids;
  return {
    segments: model.segments.map((each, id): Segment => {
      return {
        ...{ ...each, ...profiles.segments[id]!, centroid: inUnits[id]!, evidence: names[id]!.evidence },
        ...{ ...told.segments[id]!, ...known.segments[id]! },
      };
    }),
    ...{ labels, model, stability: known.stability, value: told.value },
  };
}

/** Names by numbers, and by the texts and categories that are clustered by: yes and no are spoken of as text. */
function namesOf(
  clusteredBy: readonly RuleColumn[],
  { features, categories, recipe, rows }: Prepared,
  { summaries }: Profiles,
  labels: Int32Array,
  k: number,
): readonly Name[] {
  const texts = clusteredBy.filter((column) => column.type === "text");
  const isText = ({ name }: { readonly name: string }) => texts.some((column) => column.name === name);
  const numbers = features.filter((feature) => !isText(feature));
  const apart = new Set(recipe.flatMap((each) => (each.type === "category" && each.missing ? [each.name] : [])));
  return nameSegments(
    numbers.map(({ name }) => name),
    numbers.map((feature) => summaries.get(feature)!),
    k,
    [...texts, ...categories.filter((column) => !isText(column))].map((column) => {
      const values = apart.has(column.name) ? withMissing(column) : column;
      return { column: column.name, counts: countCategories(values, rows, labels, k) };
    }),
  );
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
