import type { Prepared } from "../engine/prepare.ts";
import type { Settings } from "../options.ts";
import type { Pace } from "../pace.ts";
import type { Searched } from "./searched.ts";
import { type Found, follow, type Report } from "./start.ts";
import type { Best } from "./swap-search.ts";

/** The end of a swap search: Lloyd's algorithm on all rows, until labels repeat. */
export async function finish(
  prepared: Prepared,
  searched: Searched,
  { run, labels, counts }: Best,
  settings: Settings,
  pace: Pace,
  { share, onProgress }: Report,
): Promise<Found> {
  const report = { share: { start: share.end, end: share.end }, onProgress };
  const isItself = searched.prepared === prepared;
  const centroids = searched.toFrame(run.centroids);
  const begun = isItself ? run : { centroids, inertia: Number.POSITIVE_INFINITY, converged: false, history: [] };
  const end = await follow(prepared, begun, isItself ? labels : null, settings, pace, report);
  // Labels that repeated already leave nothing to do, but the end is told all the same.
  if (end === begun)
    onProgress?.({ stage: "iterating", k: begun.centroids.length / prepared.engine.columns, fraction: share.end });
  const passes = counts.passes + end.history.length - begun.history.length;
  return { run: end, search: { kind: "swap", ...counts, passes, sampled: searched.sampled } };
}
