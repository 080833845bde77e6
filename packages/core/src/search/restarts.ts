import type { Prepared } from "../engine/prepare.ts";
import type { SearchReport } from "../model/search-report.ts";
import type { Settings } from "../options.ts";
import type { Pace } from "../pace.ts";
import { squaredUnits } from "../points/frame.ts";
import { partOf } from "../progress.ts";
import { Random } from "../random.ts";
import { lloyd, type Run } from "./lloyd.ts";
import { type Found, follow, NO_EXCHANGES, type Report, seed, stopOf, tellIterations } from "./start.ts";

/**
 * The best of `restarts` fresh starts and one more start if given. Starts stop by tolerance; the best goes on until its
 * labels repeat. Start `r` draws from a stream of its own, so the first starts of more are the same.
 *
 * @param warm centroids to start from besides, `k x columns`, in the engine's frame, or null
 */
export async function searchByRestarts(
  prepared: Prepared,
  k: number,
  settings: Settings,
  warm: Float64Array | null,
  pace: Pace,
  { share, onProgress, record }: Report,
): Promise<Found> {
  const { engine } = prepared;
  // From wherever one centroid starts, it ends at the mean.
  const fresh = k === 1 ? 1 : settings.restarts;
  const starts = fresh + (warm === null ? 0 : 1);
  const stop = stopOf(prepared, settings);
  const labels = new Int32Array(engine.rows);
  let best: Run | null = null;
  let bestStart = 0;
  let passes = 0;
  for (let start = 0; start < starts; start++) {
    const { start: fraction } = partOf(share, start, starts + 1);
    const position = { k, restart: start + 1, restarts: starts, fraction };
    onProgress?.({ stage: "seeding", ...position });
    const random = new Random(settings.seed, start);
    const centroids = warm === null || start < fresh ? await seed(prepared, k, settings, random, pace) : warm;
    record?.({ restart: start + 1, iteration: 0, centroids, step: null });
    const run = await lloyd(engine, { centroids, labels: null }, stop, pace, (step, iteration, means) => {
      onProgress?.({ stage: "iterating", ...position, iteration, inertia: squaredUnits(step.inertia, prepared.frame) });
      record?.({ restart: start + 1, iteration, centroids: means, step });
    });
    passes += run.history.length;
    if (best === null || run.inertia < best.inertia) {
      best = run;
      bestStart = start;
      await engine.labels(labels, pace);
    }
  }
  if (best === null) throw new RangeError("A search needs a start");
  const report = { share: partOf(share, starts, starts + 1), onProgress, record };
  const run = await follow(prepared, best, labels, settings, pace, report, bestStart + 1);
  passes += run.history.length - best.history.length;
  const search: SearchReport = { kind: "restarts", starts, passes, ...NO_EXCHANGES };
  return { run, search };
}

/** One run of plain Lloyd from given centroids, stopped by tolerance. */
export async function searchFromGiven(
  prepared: Prepared,
  centroids: Float64Array,
  settings: Settings,
  pace: Pace,
  report: Report,
): Promise<Found> {
  const k = centroids.length / prepared.engine.columns;
  const begun = { centroids, labels: null };
  report.record?.({ restart: 1, iteration: 0, centroids, step: null });
  const tell = tellIterations(prepared, k, report);
  const run = await lloyd(prepared.engine, begun, stopOf(prepared, settings), pace, tell);
  return { run, search: { kind: "given", starts: 1, passes: run.history.length, ...NO_EXCHANGES } };
}
