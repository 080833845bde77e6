import type { Prepared } from "../engine/prepare.ts";
import type { SearchReport } from "../model/search-report.ts";
import type { Settings } from "../options.ts";
import type { Pace } from "../pace.ts";
import { squaredUnits } from "../points/frame.ts";
import type { OnProgress, Share } from "../progress.ts";
import type { Random } from "../random.ts";
import { lloyd, type OnStep, type Run, type Stop } from "./lloyd.ts";
import type { Position } from "./records.ts";
import { seedAtRandom, seedByDistance } from "./seeding.ts";

/** Whom a search tells how far it is, and which share of the whole it is. */
export interface Report {
  readonly share: Share;
  readonly onProgress: OnProgress | undefined;
  /** Takes down the runs of starts; undefined where nobody wants them. */
  readonly record?: ((position: Position) => void) | undefined;
}

/** What a search ends with. */
export interface Found {
  readonly run: Run;
  readonly search: SearchReport;
}

/** What a search without exchanges and without a sample did of either. */
export const NO_EXCHANGES = { candidates: 0, swaps: 0, sampled: null } as const;

/** Labels repeat, or inertia does not fall: the only ends of a run that is followed to the last. */
export const NO_SHIFT = -1;

/** Where the runs of a search end: by tolerance. */
export function stopOf({ meanVariance }: Prepared, { maxIterations, tolerance }: Settings): Stop {
  return { maxIterations, shift: tolerance * meanVariance };
}

/** What a run is part of: the start that it goes on with, and how many iterations of it are done already. */
interface Before {
  readonly restart: number;
  readonly done: number;
}

/** What a run of k clusters that stands for itself tells of its iterations. */
export function tellIterations(
  { frame }: Prepared,
  k: number,
  { share, onProgress, record }: Report,
  { restart, done }: Before = { restart: 1, done: 0 },
): OnStep {
  return (step, number, centroids) => {
    const iteration = done + number;
    const at = { iteration, inertia: squaredUnits(step.inertia, frame), fraction: share.start };
    onProgress?.({ stage: "iterating", k, ...at });
    record?.({ restart, iteration, centroids, step });
  };
}

/** First centroids, `k x columns`, in the engine's frame. */
export async function seed(
  { engine, weights }: Prepared,
  k: number,
  { init }: Settings,
  random: Random,
  pace: Pace,
): Promise<Float64Array> {
  return init === "random" ? seedAtRandom(engine, k, random, weights) : await seedByDistance(engine, k, random, pace);
}

/**
 * Goes on with a run that tolerance stopped, until its labels repeat. `labels` are those of its last assignment; null
 * where the run comes from other rows.
 *
 * @param restart the start that it is the run of, counted from 1
 */
export async function follow(
  prepared: Prepared,
  run: Run,
  labels: Int32Array | null,
  { maxIterations }: Settings,
  pace: Pace,
  report: Report,
  restart = 1,
): Promise<Run> {
  const done = run.history.length;
  const k = run.centroids.length / prepared.engine.columns;
  const repeated = run.history.at(-1)?.moved === 0;
  if (repeated || done >= maxIterations) return run;
  const { engine } = prepared;
  const stop = { maxIterations: maxIterations - done, shift: NO_SHIFT };
  const begun = { centroids: run.centroids, labels, isNear: true };
  const rest = await lloyd(engine, begun, stop, pace, tellIterations(prepared, k, report, { restart, done }));
  return { ...rest, history: [...run.history, ...rest.history] };
}
