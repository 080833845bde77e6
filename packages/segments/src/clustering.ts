import {
  type Elbow,
  elbow,
  type KMeansFit,
  type KMeansModel,
  type KMeansOptions,
  kmeans,
  type Matrix,
  silhouette,
  type WorkOptions,
} from "@kentro/core";
import type { SegmentOptions } from "./options.ts";
import { type Structure, structureByElbow, structureBySilhouette } from "./structure.ts";

/** The clusters of scaled points, and what is known of them. */
export interface Clustering {
  readonly model: KMeansModel;
  /** The cluster of each point. */
  readonly labels: Int32Array;
  readonly silhouette: number | null;
  readonly silhouetteSampled: number | null;
  readonly structure: Structure;
  /** Null where k was given. */
  readonly elbow: Elbow<KMeansModel> | null;
}

export const SEED = 0;
const K_MAX = 10;

/** As many clusters as asked for. Assumes that as many points differ. */
export async function clusterBy(k: number, points: Matrix, options: SegmentOptions): Promise<Clustering> {
  const fit = await kmeans(points, { k, ...coreOptions(options) });
  options.onProgress?.({ stage: "silhouette", k, fraction: 1 });
  const measured = await measure(points, fit, options);
  return {
    model: fit,
    labels: fit.labels,
    ...measured,
    structure: structureBySilhouette(measured.silhouette),
    elbow: null,
  };
}

/** As many as the elbow says; without a clear elbow, as many as have the best silhouette. Assumes that two points differ. */
export async function clusterByElbow(points: Matrix, options: SegmentOptions): Promise<Clustering> {
  const found = await elbowCurve(points, options);
  const k = found.k ?? bestSilhouette(found)?.k ?? 1;
  const model = found.models.find((each) => each.k === k)!;
  const silhouette = found.curve.find((point) => point.k === k)!.silhouette;
  return {
    model,
    labels: await model.predict(points, workOptions(options)),
    silhouette,
    silhouetteSampled: silhouette === null ? null : found.sampled,
    structure: structureByElbow(found.k !== null, silhouette),
    elbow: found,
  };
}

/** The curve of inertia and silhouette from k = 1. Labels of every k would be most of what a large table takes. */
export async function elbowCurve(points: Matrix, options: SegmentOptions): Promise<Elbow<KMeansModel>> {
  return await elbow(points, { kMin: 1, kMax: options.kMax ?? K_MAX, labels: false, ...coreOptions(options) });
}

/** The point of the curve with the best silhouette, the smallest k of equals; null where no point has one. */
export function bestSilhouette({
  curve,
}: Pick<Elbow, "curve">): { readonly k: number; readonly silhouette: number } | null {
  let best: { k: number; silhouette: number } | null = null;
  for (const { k, silhouette } of curve) {
    if (silhouette !== null && (best === null || silhouette > best.silhouette)) best = { k, silhouette };
  }
  return best;
}

/** How far apart clusters stand: nothing for one cluster, and where every point is one. */
export async function measure(
  points: Matrix,
  { k, labels }: Pick<KMeansFit, "k" | "labels">,
  options: SegmentOptions,
): Promise<Pick<Clustering, "silhouette" | "silhouetteSampled">> {
  if (k === 1 || k === points.rows) return { silhouette: null, silhouetteSampled: null };
  const { seed = SEED } = options;
  const { value, sampled } = await silhouette(points, labels, { seed, ...workOptions(options) });
  return { silhouette: value, silhouetteSampled: sampled };
}

/** How core searches. */
export function coreOptions(
  options: Pick<SegmentOptions, "seed" | "restarts" | "threads" | "signal" | "onProgress">,
): Omit<KMeansOptions, "k"> {
  const { seed = SEED, restarts, onProgress } = options;
  return {
    ...{ seed, ...workOptions(options) },
    ...(restarts !== undefined && { restarts }),
    ...(onProgress !== undefined && { onProgress }),
  };
}

/** How work of core is done, whatever it is. */
export function workOptions({ threads, signal }: Pick<SegmentOptions, "threads" | "signal">): WorkOptions {
  return { ...(threads !== undefined && { threads }), ...(signal !== undefined && { signal }) };
}
