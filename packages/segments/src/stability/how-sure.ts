import type { KMeansModel, Matrix } from "@kentro/core";
import { type Clustering, SEED, workOptions } from "../clustering.ts";
import { type CandidateResampling, type HowMany, howMany } from "../many/how-many.ts";
import type { SegmentOptions } from "../options.ts";
import type { Pace } from "../pace.ts";
import type { OnSegmentProgress } from "../progress.ts";
import { type Border, borderCounts } from "./borders.ts";
import { type ClusterStability, clusterStability, comparedRows, type Resampling } from "./resampling.ts";
import { resamplesFor, type SegmentStability, type Stability, stabilityLevel } from "./stability.ts";

/** How sure clusters are, and their number. */
export interface HowSure {
  /** Null where it was not asked for, and for one cluster. */
  readonly stability: (ClusterStability & Omit<Stability, "segments">) | null;
  /** Customers on a border, by cluster; null for one cluster. */
  readonly borders: Int32Array | null;
  /** Null where k was given. */
  readonly howMany: HowMany | null;
}

/** How sure segments are, in their order. */
export interface SegmentsSure {
  readonly stability: Stability | null;
  readonly segments: readonly { readonly stability: SegmentStability | null; readonly border: Border | null }[];
}

/** Rows of a resample at most: so many that ten million rows take about two seconds. */
const RESAMPLE_ROWS = 5000;

/** What is spent on each other k of the curve: all of them cost about as much as the elbow. */
const CANDIDATE = { resamples: 10, rows: 2000, restarts: 1 } as const;

/** Rough milliseconds of clustering a row for one k, of comparing one k with structureless data, of one resample. */
const MS = { row: 1e-4, references: 11, resample: 2 } as const;

/** What part of the work clustering is likely to be, 0 to 1: progress is told by it. */
export function clusteringShare({ k = "auto", kMax = 10, resamples }: SegmentOptions, rows: number): number {
  const auto = k === "auto";
  const clustering = (auto ? kMax : 1) * (rows * MS.row + (auto ? MS.references : 1));
  const drawn = resamplesFor(auto ? 2 : k, resamples);
  const fits = drawn + (auto ? (kMax - 2) * Math.min(CANDIDATE.resamples, drawn) : 0);
  return clustering / (clustering + fits * MS.resample);
}

/** Resamples the customers, for the clusters taken and for the other k of the curve, and counts those on a border. */
export async function howSure(
  points: Matrix,
  { model: chosen, labels, elbow }: Pick<Clustering, "model" | "labels" | "elbow">,
  options: SegmentOptions,
  pace: Pace,
  onProgress?: OnSegmentProgress,
): Promise<HowSure> {
  const { seed = SEED, restarts } = options;
  const borders = await borderCounts(points, chosen.centroids, labels, pace);
  const resamples = resamplesFor(chosen.k, options.resamples);
  const rows = Math.min(RESAMPLE_ROWS, points.rows);
  const work = workOptions(options);
  const same: Resampling = {
    ...{ resamples, rows, seed },
    search: { ...work, ...(restarts !== undefined && { restarts }) },
  };
  const short: Resampling = {
    ...{ resamples: Math.min(CANDIDATE.resamples, resamples), rows: Math.min(CANDIDATE.rows, rows), seed },
    search: { ...work, restarts: CANDIDATE.restarts },
  };
  const several = elbow === null || resamples === 0 ? [] : elbow.models.filter(({ k }) => k > 1 && k !== chosen.k);
  const taken = chosen.k > 1 && resamples > 0;
  const total = (taken ? resamples : 0) + several.length * short.resamples;
  const compared = comparedRows(points, seed);
  let done = 0;
  const stabilityOf = async (model: KMeansModel, resampling: Resampling): Promise<ClusterStability> => {
    return await clusterStability(points, compared, model, resampling, pace, () => {
      onProgress?.({ stage: "stability", k: model.k, fraction: ++done / total });
    });
  };
  const found = taken ? await stabilityOf(chosen, same) : null;
  const means = new Map<number, number>();
  if (found !== null) means.set(chosen.k, found.mean);
  for (const model of several) means.set(model.k, (await stabilityOf(model, short)).mean);
  const sizes = { comparedRows: compared.rows, seed };
  const resampling: CandidateResampling | null =
    means.size === 0
      ? null
      : { resamples: short.resamples, resampleRows: short.rows, restarts: CANDIDATE.restarts, ...sizes };
  return {
    stability: found && { ...found, resamples, resampleRows: rows, ...sizes },
    borders,
    howMany: elbow && howMany(elbow, chosen.k, means, resampling),
  };
}

/**
 * What is known of clusters, for the segments that they are.
 * @param order for each segment its cluster
 * @param sizes customers of each cluster
 */
export function ofSegments(
  { stability, borders }: HowSure,
  order: readonly number[],
  sizes: readonly number[],
): SegmentsSure {
  const segments = order.map((cluster) => {
    const jaccard = stability?.jaccard[cluster];
    return {
      stability: jaccard === undefined ? null : { jaccard, level: stabilityLevel(jaccard) },
      border: borders && { customers: borders[cluster]!, share: borders[cluster]! / sizes[cluster]! },
    };
  });
  if (stability === null) return { stability: null, segments };
  const { jaccard: _, ...rest } = stability;
  return { stability: { ...rest, segments: segments.flatMap((each) => each.stability ?? []) }, segments };
}
