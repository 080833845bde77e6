import type { Survey } from "../engine/engine.ts";
import type { Prepared } from "../engine/prepare.ts";
import type { SearchReport } from "../model/search-report.ts";
import type { Settings } from "../options.ts";
import type { Pace } from "../pace.ts";
import { squaredUnits } from "../points/frame.ts";
import { partOf } from "../progress.ts";
import { Random } from "../random.ts";
import type { Effort } from "./effort.ts";
import { lloyd, type Run, type Stop } from "./lloyd.ts";
import { type Report, seed, stopOf } from "./start.ts";
import { bestExchange, candidatesFor, drawCandidates, exchanged } from "./swaps.ts";

/** The best that a search came to, stopped by tolerance. */
export interface Best {
  readonly run: Run;
  /** Of its last assignment. */
  readonly labels: Int32Array;
  readonly effort: Counts;
}

/** What a search did. */
export type Counts = Pick<SearchReport, "starts" | "candidates" | "swaps" | "passes">;

/** Inertias as near as this, relative to each other, are taken for those of one clustering. */
const SAME = 1e-4;

/** An exchange is kept where it lowers the inertia by more than this part: what more steps alone would do is none. */
const LEAST_FALL = 1e-5;

/** Stream of random numbers for a start from given centroids; fresh starts are numbered. */
const WARM_STREAM = 0x7761726d;

/**
 * Fresh starts improved by exchanges (after LocalSearch++: Lattanzi and Sohler 2019; Choo et al. 2020). Of a few rows,
 * drawn in proportion to their squared distance, the one is put in the place of the centroid where that leaves the least
 * inertia; a few steps of Lloyd's algorithm follow, and the exchange is kept if the inertia is lower then. A start that
 * fails too often in a row gives way to the next, until starts agree or the effort is spent.
 *
 * @param warm centroids of a start before the fresh ones, `k x columns`, in the engine's frame, or null
 */
export async function searchBySwaps(
  prepared: Prepared,
  k: number,
  settings: Settings,
  warm: Float64Array | null,
  effort: Effort,
  pace: Pace,
  { share, onProgress }: Report,
): Promise<Best> {
  const { engine, frame } = prepared;
  const stop = stopOf(prepared, settings);
  const trial: Stop = { ...stop, maxIterations: Math.min(effort.steps, stop.maxIterations) };
  const counts = { starts: 0, candidates: 0, swaps: 0, passes: 0 };
  let rounds = 0;
  const at = (start: number) => ({ k, restart: start + 1, fraction: partOf(share, rounds, effort.rounds + 1).start });
  let best: Run | null = null;
  let labels = new Int32Array(engine.rows);
  let ownLabels = new Int32Array(engine.rows);
  let agreeing = 0;
  for (let start = 0; start < effort.starts; start++) {
    onProgress?.({ stage: "seeding", ...at(start) });
    const isWarm = warm !== null && start === 0;
    const random = isWarm
      ? new Random(settings.seed, WARM_STREAM, k)
      : new Random(settings.seed, start - (warm === null ? 0 : 1));
    const centroids = isWarm ? warm : await seed(prepared, k, settings, random, pace);
    let run = await lloyd(engine, { centroids, labels: null }, stop, pace, ({ inertia }, iteration) => {
      onProgress?.({ stage: "iterating", ...at(start), iteration, inertia: squaredUnits(inertia, frame) });
    });
    counts.starts++;
    counts.passes += run.history.length;
    engine.labels(ownLabels);
    let survey: Survey | null = null;
    for (let failures = 0; k > 1 && run.inertia > 0 && failures < effort.failures && rounds < effort.rounds; rounds++) {
      if (survey === null) {
        survey = await engine.survey(run.centroids, pace);
        counts.passes++;
      }
      const rows = drawCandidates(engine, candidatesFor(k), random);
      const changed = exchanged(engine, run.centroids, await bestExchange(engine, rows, survey, pace));
      const goal = run.inertia * (1 - LEAST_FALL);
      const tried = await lloyd(engine, { centroids: changed, labels: null, surveyed: true }, { ...trial, goal }, pace, NOTHING);
      counts.candidates += rows.length;
      counts.passes += tried.history.length;
      failures++;
      if (tried.inertia < goal) {
        run = tried;
        engine.labels(ownLabels);
        survey = null;
        failures = 0;
        counts.swaps++;
      }
      onProgress?.({ stage: "swapping", ...at(start), inertia: squaredUnits(run.inertia, frame) });
    }
    const same = best !== null && Math.abs(run.inertia - best.inertia) <= SAME * best.inertia;
    if (best === null || run.inertia < best.inertia) {
      agreeing = same ? agreeing + 1 : 1;
      best = run;
      [labels, ownLabels] = [ownLabels, labels];
    } else if (same) agreeing++;
    if (k === 1 || best.inertia === 0 || agreeing >= effort.agreeing || rounds >= effort.rounds) break;
  }
  if (best === null) throw new RangeError("A search needs a start");
  return { run: best, labels, effort: counts };
}

const NOTHING = (): void => {};
