import type { Prepared } from "../engine/prepare.ts";
import type { Settings } from "../options.ts";
import type { Pace } from "../pace.ts";
import { squaredUnits } from "../points/frame.ts";
import { type OnProgress, partOf, type Share } from "../progress.ts";
import { Random } from "../random.ts";
import { lloyd, type Run, type Stop } from "./lloyd.ts";
import { seedAtRandom, seedByDistance } from "./seeding.ts";

/** Whom a search tells how far it is, and which share of the whole it is. */
export interface Report {
  readonly share: Share;
  readonly onProgress: OnProgress | undefined;
}

/** Labels repeat, or inertia does not fall: the only ends of a run that is followed to the last. */
const NO_SHIFT = -1;

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
  { share, onProgress }: Report,
): Promise<Run> {
  const { engine } = prepared;
  // From wherever one centroid starts, it ends at the mean.
  const fresh = k === 1 ? 1 : settings.restarts;
  const starts = fresh + (warm === null ? 0 : 1);
  const stop = stopOf(prepared, settings);
  const labels = new Int32Array(engine.rows);
  let best: Run | null = null;
  for (let start = 0; start < starts; start++) {
    const { start: fraction } = partOf(share, start, starts + 1);
    const position = { k, restart: start + 1, restarts: starts, fraction };
    onProgress?.({ stage: "seeding", ...position });
    const centroids = warm === null || start < fresh ? await seed(prepared, k, settings, start, pace) : warm;
    const run = await lloyd(engine, { centroids, labels: null }, stop, pace, ({ inertia }, iteration) => {
      onProgress?.({ stage: "iterating", ...position, iteration, inertia: squaredUnits(inertia, prepared.frame) });
    });
    if (best === null || run.inertia < best.inertia) {
      best = run;
      engine.labels(labels);
    }
  }
  if (best === null) throw new RangeError("A search needs a start");
  return follow(prepared, best, labels, settings, pace, { share: partOf(share, starts, starts + 1), onProgress });
}

/** One run of plain Lloyd from given centroids, stopped by tolerance. */
export function searchFromGiven(
  prepared: Prepared,
  centroids: Float64Array,
  settings: Settings,
  pace: Pace,
  { share, onProgress }: Report,
): Promise<Run> {
  const k = centroids.length / prepared.engine.columns;
  const begun = { centroids, labels: null };
  return lloyd(prepared.engine, begun, stopOf(prepared, settings), pace, ({ inertia }, iteration) => {
    const fraction = share.start;
    onProgress?.({ stage: "iterating", k, iteration, inertia: squaredUnits(inertia, prepared.frame), fraction });
  });
}

function stopOf({ meanVariance }: Prepared, { maxIterations, tolerance }: Settings): Stop {
  return { maxIterations, shift: tolerance * meanVariance };
}

async function seed(
  { engine, weights }: Prepared,
  k: number,
  { init, seed: number }: Settings,
  start: number,
  pace: Pace,
): Promise<Float64Array> {
  const random = new Random(number, start);
  return init === "random" ? seedAtRandom(engine, k, random, weights) : await seedByDistance(engine, k, random, pace);
}

/** Goes on with a run that tolerance stopped, until its labels repeat. `labels` are those of its last assignment. */
async function follow(
  prepared: Prepared,
  run: Run,
  labels: Int32Array,
  { maxIterations }: Settings,
  pace: Pace,
  { share, onProgress }: Report,
): Promise<Run> {
  const done = run.history.length;
  const k = run.centroids.length / prepared.engine.columns;
  const repeated = run.history.at(-1)?.moved === 0;
  if (repeated || done >= maxIterations) return run;
  const { engine } = prepared;
  const stop = { maxIterations: maxIterations - done, shift: NO_SHIFT };
  const rest = await lloyd(engine, { centroids: run.centroids, labels }, stop, pace, ({ inertia }, iteration) => {
    const at = {
      iteration: done + iteration,
      inertia: squaredUnits(inertia, prepared.frame),
      fraction: share.start,
    };
    onProgress?.({ stage: "iterating", k, ...at });
  });
  return { ...rest, history: [...run.history, ...rest.history] };
}
