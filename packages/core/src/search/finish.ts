import type { Prepared } from "../engine/prepare.ts";
import type { Settings } from "../options.ts";
import type { Pace } from "../pace.ts";
import { intoFrame, outOfFrame } from "../points/frame.ts";
import { type Found, follow, type Report } from "./start.ts";
import type { Best } from "./swap-search.ts";

/** The end of a swap search: Lloyd's algorithm on all rows, until labels repeat. */
export async function finish(
  prepared: Prepared,
  searched: Prepared,
  { run, labels, effort }: Best,
  settings: Settings,
  pace: Pace,
  { share, onProgress }: Report,
): Promise<Found> {
  const report = { share: { start: share.end, end: share.end }, onProgress };
  const done = run.history.length;
  if (searched === prepared) {
    const end = await follow(prepared, run, labels, settings, pace, report);
    const passes = effort.passes + end.history.length - done;
    return { run: end, search: { kind: "swap", ...effort, passes, sampled: null } };
  }
  const centroids = intoFrame(outOfFrame(run.centroids, searched.frame), prepared.frame);
  const begun: typeof run = { centroids, inertia: Number.POSITIVE_INFINITY, converged: false, history: [] };
  const end = await follow(prepared, begun, null, settings, pace, report);
  const passes = effort.passes + end.history.length;
  return { run: end, search: { kind: "swap", ...effort, passes, sampled: searched.engine.rows } };
}
