import { clusterBy, clusterByElbow } from "./clustering.ts";
import { drafted } from "./draft.ts";
import { measured } from "./edits/measured.ts";
import { replay } from "./edits/replay.ts";
import { groundOf } from "./ground.ts";
import { checkOptions, type SegmentOptions } from "./options.ts";
import { outcome } from "./outcome.ts";
import { Pace } from "./pace.ts";
import { progressParts, within } from "./progress.ts";
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
  const { k = "auto", edits = [] } = options;
  checkOptions(options);
  checkResamples(options.resamples);
  const pace = new Pace(options.signal);
  options.onProgress?.({ stage: "preparing", fraction: 0 });
  const ground = await groundOf(table, options, k === "auto" ? 2 : k, pace);
  const { points } = ground.prepared;
  const progress = progressParts(options.onProgress, clusteringShare(options, points.rows));
  const search = { ...options, onProgress: progress.clustering };
  const found = k === "auto" ? await clusterByElbow(points, search) : await clusterBy(k, points, search);
  const first = await drafted(ground, { kmeans: found.model, clusters: found.labels }, null, pace);
  const editing = { ...options, onProgress: within(progress.stability, 0, 0) };
  const draft = await replay(ground, first, edits, 0, editing, pace);
  const isRegrouped = draft.kmeans !== found.model;
  // How many there are is a question to the search, whatever became of its answer.
  const sure =
    isRegrouped && found.elbow === null
      ? null
      : await howSure(points, found, options, pace, within(progress.stability, 0, isRegrouped ? 0.5 : 1));
  const howMany = sure?.howMany ?? null;
  const known =
    sure === null || isRegrouped
      ? await measured(points, draft, howMany, options, pace, within(progress.stability, sure === null ? 0 : 0.5, 1))
      : { silhouette: found.silhouette, silhouetteSampled: found.silhouetteSampled, sure };
  options.onProgress?.({ stage: "describing", fraction: 1 });
  return await outcome(ground, { ...found, k: found.model.k }, { draft, edits, ...known }, pace);
}
