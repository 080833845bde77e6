import type { Matrix } from "@kentro/core";
import { measure } from "../clustering.ts";
import type { Clusters } from "../draft.ts";
import type { HowMany } from "../many/how-many.ts";
import type { SegmentOptions } from "../options.ts";
import type { Finished } from "../outcome.ts";
import type { Pace } from "../pace.ts";
import type { OnSegmentProgress } from "../progress.ts";
import { howSure } from "../stability/how-sure.ts";

/**
 * How good clusters are that were edited. Resamples are searched as ever, without the edits: what data do not bear out is
 * not stable.
 * @param howMany what the search found of their number
 */
export async function measured(
  points: Matrix,
  { kmeans, clusters }: Clusters,
  howMany: HowMany | null,
  options: SegmentOptions,
  pace: Pace,
  onProgress?: OnSegmentProgress,
): Promise<Pick<Finished, "silhouette" | "silhouetteSampled" | "sure">> {
  await pace.breathe();
  onProgress?.({ stage: "silhouette", k: kmeans.k, fraction: 0 });
  const apart = await measure(points, { k: kmeans.k, labels: clusters }, options);
  const sure = await howSure(points, { model: kmeans, labels: clusters, elbow: null }, options, pace, onProgress);
  return { ...apart, sure: { ...sure, howMany } };
}
