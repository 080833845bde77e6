import type { KMeansFit, Matrix } from "@kentro/core";
import type { FeatureColumn } from "../columns/feature-column.ts";
import { FEWEST_TOLD } from "../model/limits.ts";
import type { Pace } from "../pace.ts";
import { Random } from "../random.ts";
import { nearness } from "../stability/borders.ts";
import { rowsOf } from "../stability/rows-of.ts";
import { quantiles } from "../statistics/quantile.ts";
import type { NumericColumn, TextColumn } from "../table.ts";
import { binCounts, categoryCounts } from "./counts.ts";

/** What a model remembers of the customers it was found on, to tell later ones from them: shares only, no single customer. */
export interface Training {
  /** In the order of the model's features. */
  readonly features: readonly TrainingFeature[];
  /**
   * Only one in 200 customers was farther from the mean of the others in its segment, in the scaled space: a centroid is
   * nearer to those it is the mean of than to later customers, the more so the fewer they are.
   */
  readonly far: number;
}

/** Numbers in the file's units, over all rows that have one. */
export interface TrainingNumbers {
  readonly type: "numeric";
  /** Ascending, all different: bin i holds the numbers up to edges[i], and above edges[i - 1]; the last has no end. */
  readonly edges: readonly number[];
  /** Cells by bin, one more than edges: about a tenth in each where numbers differ, at least five. */
  readonly counts: readonly number[];
  /** Cells without a number. */
  readonly missing: number;
}

/** Categories, over all rows that have one. */
export interface TrainingCategories {
  readonly type: "category";
  /** Those of at least five customers. */
  readonly categories: readonly string[];
  readonly counts: readonly number[];
  /** Customers of all rarer categories together. */
  readonly rest: number;
  readonly missing: number;
}

export type TrainingFeature = TrainingNumbers | TrainingCategories;

const BINS = 10;

/** The share of customers that is not far. */
const NEAR = 0.995;

/** Deciles and distances of more rows than this are those of a seeded sample; shares are of all rows. */
const SAMPLE_ROWS = 100_000;

/** Streams of random numbers: rows for deciles, rows for distances. */
const DECILES = 1;
const DISTANCES = 2;

/** Remembers the customers that a model is found on. `columns` are those of its features. */
export async function trainingOf(
  columns: readonly FeatureColumn[],
  points: Matrix,
  { centroids, labels }: Pick<KMeansFit, "centroids" | "labels">,
  seed: number,
  pace: Pace,
): Promise<Training> {
  const features: TrainingFeature[] = [];
  // The same rows of every column: drawing them takes longer than all else about one.
  let sample: Int32Array | null = null;
  for (const column of columns) {
    const isLong = column.type === "numeric" && column.values.length > SAMPLE_ROWS;
    if (isLong) sample ??= new Random(seed, DECILES).sample(SAMPLE_ROWS, column.values.length);
    const found = column.type === "numeric" ? await numbersOf(column, sample, pace) : await categoriesOf(column, pace);
    features.push(found);
  }
  return { features, far: await farOf(points, centroids, labels, seed, pace) };
}

async function numbersOf(column: NumericColumn, sample: Int32Array | null, pace: Pace): Promise<TrainingNumbers> {
  const edges = decilesOf(column.values, sample);
  await pace.breathe();
  const counts = await binCounts(column.values, edges, pace);
  const cells = counts.reduce((sum, count) => sum + count, 0);
  return { type: "numeric", ...merged(edges, counts), missing: column.values.length - cells };
}

/** The deciles of a column, or of some rows of it, each once; those at its end would leave nothing above them. */
function decilesOf(values: Float64Array, rows: Int32Array | null): number[] {
  const cells = (rows === null ? values : Float64Array.from(rows, (row) => values[row]!)).filter(Number.isFinite);
  if (cells.length === 0) return [];
  const tenths = Array.from({ length: BINS - 1 }, (_, i) => (i + 1) / BINS);
  // Sorted: rounding may turn two around that lie between the same two neighbors.
  return [...new Set(quantiles(cells, tenths))].sort((a, b) => a - b);
}

/** Bins of at least five customers: one of fewer is joined with the next, the last with the one before it. */
function merged(edges: readonly number[], counts: readonly number[]): Pick<TrainingNumbers, "edges" | "counts"> {
  const kept = { edges: [] as number[], counts: [] as number[] };
  let count = 0;
  for (const [bin, edge] of edges.entries()) {
    count += counts[bin]!;
    if (count < FEWEST_TOLD) continue;
    kept.edges.push(edge);
    kept.counts.push(count);
    count = 0;
  }
  count += counts.at(-1)!;
  if (count < FEWEST_TOLD && kept.edges.length > 0) {
    kept.edges.pop();
    count += kept.counts.pop()!;
  }
  kept.counts.push(count);
  return kept;
}

async function categoriesOf(column: TextColumn, pace: Pace): Promise<TrainingCategories> {
  const counts = await categoryCounts(column, pace);
  const told = column.categories.filter((_, code) => counts[code]! >= FEWEST_TOLD).sort();
  const countOf = new Map(column.categories.map((category, code) => [category, counts[code]!]));
  const cells = counts.reduce((sum, count) => sum + count, 0);
  const own = told.map((category) => countOf.get(category)!);
  const rest = cells - own.reduce((sum, count) => sum + count, 0);
  return { type: "category", categories: told, counts: own, rest, missing: column.codes.length - cells };
}

async function farOf(points: Matrix, centroids: Matrix, labels: Int32Array, seed: number, pace: Pace): Promise<number> {
  const sampled = points.rows > SAMPLE_ROWS;
  const rows = sampled ? new Random(seed, DISTANCES).sample(SAMPLE_ROWS, points.rows) : null;
  const [some, own] = rows === null ? [points, labels] : [rowsOf(points, rows), rows.map((row) => labels[row]!)];
  const { distance } = await nearness(some, centroids, own, pace);
  const sizes = new Float64Array(centroids.rows);
  for (let i = 0; i < labels.length; i++) sizes[labels[i]!]!++;
  const fromOthers = distance.map((apart, i) => {
    const size = sizes[own[i]!]!;
    return size > 1 ? (apart * size) / (size - 1) : 0;
  });
  return quantiles(fromOthers, [NEAR])[0]!;
}
