import { type Elbow, elbow, type KMeansFit, type KMeansOptions, kmeans, type Matrix, silhouette } from "@kentro/core";
import type { SegmentOptions } from "./options.ts";
import { type Structure, structureByElbow, structureBySilhouette } from "./structure.ts";

/** The clusters of scaled points, and what is known of them. */
export interface Clustering {
  readonly fit: KMeansFit;
  readonly silhouette: number | null;
  readonly silhouetteSampled: number | null;
  readonly structure: Structure;
  /** Null where k was given. */
  readonly elbow: Elbow | null;
}

export const SEED = 0;
const K_MAX = 10;

/** As many clusters as asked for. Assumes that as many points differ. */
export async function clusterBy(k: number, points: Matrix, options: SegmentOptions): Promise<Clustering> {
  const fit = await kmeans(points, { k, ...coreOptions(options) });
  const measured = await measure(points, fit, options);
  return { fit, ...measured, structure: structureBySilhouette(measured.silhouette), elbow: null };
}

/** As many as the elbow says; without a clear elbow, as many as have the best silhouette. Assumes that two points differ. */
export async function clusterByElbow(points: Matrix, options: SegmentOptions): Promise<Clustering> {
  const found = await elbowCurve(points, options);
  const k = found.k ?? bestSilhouette(found)?.k ?? 1;
  const fit = found.models.find((model) => model.k === k)!;
  const silhouette = found.curve.find((point) => point.k === k)!.silhouette;
  return {
    fit,
    silhouette,
    silhouetteSampled: silhouette === null ? null : found.sampled,
    structure: structureByElbow(found.k !== null, silhouette),
    elbow: found,
  };
}

/** The curve of inertia and silhouette from k = 1. */
export async function elbowCurve(points: Matrix, options: SegmentOptions): Promise<Elbow> {
  return await elbow(points, { kMin: 1, kMax: options.kMax ?? K_MAX, ...coreOptions(options) });
}

/** The point of the curve with the best silhouette, the smallest k of equals; null where no point has one. */
export function bestSilhouette({ curve }: Elbow): { readonly k: number; readonly silhouette: number } | null {
  let best: { k: number; silhouette: number } | null = null;
  for (const { k, silhouette } of curve) {
    if (silhouette !== null && (best === null || silhouette > best.silhouette)) best = { k, silhouette };
  }
  return best;
}

async function measure(
  points: Matrix,
  { k, labels }: KMeansFit,
  { seed = SEED, threads, signal }: SegmentOptions,
): Promise<Pick<Clustering, "silhouette" | "silhouetteSampled">> {
  if (k === 1 || k === points.rows) return { silhouette: null, silhouetteSampled: null };
  const { value, sampled } = await silhouette(points, labels, {
    seed,
    ...(threads !== undefined && { threads }),
    ...(signal !== undefined && { signal }),
  });
  return { silhouette: value, silhouetteSampled: sampled };
}

function coreOptions({ seed = SEED, restarts, threads, signal, onProgress }: SegmentOptions): Omit<KMeansOptions, "k"> {
  return {
    seed,
    ...(restarts !== undefined && { restarts }),
    ...(threads !== undefined && { threads }),
    ...(signal !== undefined && { signal }),
    ...(onProgress !== undefined && { onProgress }),
  };
}
