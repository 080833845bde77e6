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
import { bestExchange, candidatesFor, drawCandidates, exchanged, shaken } from "./swaps.ts";

/** The best that a search came to, stopped by tolerance. */
export interface Best {
  readonly run: Run;
  /** Of its last assignment. */
  readonly labels: Int32Array;
  readonly counts: Counts;
}

/** What a search did. */
type Counts = Pick<SearchReport, "starts" | "candidates" | "swaps" | "passes">;

/** Inertias as near as this, relative to each other, are taken for those of one clustering. */
const SAME = 5e-4;

/** A solution is better where its inertia is lower by more than this part: what more steps alone would do is none. */
export const LEAST_FALL = 1e-5;

/** With fewer centroids, the best with some exchanged is as good as a fresh start. */
const FEWEST_SHAKEN = 9;

/** Stream of random numbers for a start from given centroids; the others are numbered. */
const WARM_STREAM = 0x7761726d;

/**
 * Starts improved by exchanges (after LocalSearch++: Lattanzi and Sohler 2019; Choo et al. 2020). Of a few rows, drawn in
 * proportion to their squared distance, one is put in the place of the centroid where that leaves the least inertia; a few
 * steps of Lloyd's algorithm follow, and the exchange is kept if the inertia is lower then. A start that fails too often
 * in a row gives way to the next: a fresh one, and with many centroids every other time the best so far with some of them
 * exchanged at random. It ends where starts agree or the effort is spent.
 *
 * @param warm centroids of a start before the others, `k x columns`, in the engine's frame, or null
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
  const counts = { starts: 0, candidates: 0, swaps: 0, passes: 0 };
  let labels = new Int32Array(engine.rows);
  let ownLabels = new Int32Array(engine.rows);
  let best: Run | null = null;
  let agreeing = 0;
  let rounds = 0;
  const position = () => {
    return { k, restart: counts.starts + 1, fraction: partOf(share, rounds, effort.rounds + 1).start };
  };

  const isFresh = (): boolean => best === null || k < FEWEST_SHAKEN || counts.starts % 2 === 0;
  const isSame = ({ inertia }: Run): boolean =>
    best !== null && Math.abs(inertia - best.inertia) <= SAME * best.inertia;

  const begin = async (random: Random): Promise<Float64Array> => {
    if (warm !== null && counts.starts === 0) return warm;
    if (best === null || isFresh()) return await seed(prepared, k, settings, random, pace);
    counts.passes++;
    await engine.survey(best.centroids, pace);
    return shaken(engine, best.centroids, random);
  };

  const improve = async (start: Run, random: Random): Promise<Run> => {
    let run = start;
    let survey: Survey | null = null;
    const vain = new Set<number>();
    for (let failures = 0; failures < effort.failures && rounds < effort.rounds && run.inertia > 0; rounds++) {
      if (survey === null) {
        survey = await engine.survey(run.centroids, pace);
        counts.passes++;
        vain.clear();
      }
      failures++;
      const rows = drawCandidates(engine, candidatesFor(k), random);
      counts.candidates += rows.length;
      const exchange = await bestExchange(engine, rows, survey, vain, pace);
      if (exchange === null) continue;
      const begun = { centroids: exchanged(engine, run.centroids, exchange), labels: null, surveyed: true };
      const goal = run.inertia * (1 - LEAST_FALL);
      const steps: Stop = { ...stop, maxIterations: Math.min(effort.steps, stop.maxIterations), goal };
      const tried = await lloyd(engine, begun, steps, pace);
      counts.passes += tried.history.length;
      if (tried.inertia < goal) {
        run = tried;
        await engine.labels(ownLabels, pace);
        survey = null;
        failures = 0;
        counts.swaps++;
      }
      onProgress?.({ stage: "swapping", ...position(), inertia: squaredUnits(run.inertia, frame) });
    }
    return run;
  };

  while (counts.starts < effort.starts) {
    onProgress?.({ stage: "seeding", ...position() });
    const isWarm = warm !== null && counts.starts === 0;
    const random = isWarm ? new Random(settings.seed, WARM_STREAM, k) : new Random(settings.seed, counts.starts);
    const centroids = await begin(random);
    const start = await lloyd(engine, { centroids, labels: null }, stop, pace, ({ inertia }, iteration) => {
      onProgress?.({ stage: "iterating", ...position(), iteration, inertia: squaredUnits(inertia, frame) });
    });
    counts.passes += start.history.length;
    await engine.labels(ownLabels, pace);
    // From wherever one centroid starts, it ends at the mean. Around the best so far, exchanges were tried already.
    const isDone = k === 1 || (isFresh() && isSame(start));
    const run = isDone ? start : await improve(start, random);
    counts.starts++;
    const same: boolean = isSame(run);
    const lower: boolean = best === null || run.inertia < best.inertia;
    if (same) agreeing++;
    else if (lower) agreeing = 1;
    if (best === null || lower) {
      best = run;
      [labels, ownLabels] = [ownLabels, labels];
    }
    if (k === 1 || best.inertia === 0 || agreeing >= effort.agreeing || rounds >= effort.rounds) break;
  }
  if (best === null) throw new RangeError("A search needs a start");
  return { run: best, labels, counts };
}
