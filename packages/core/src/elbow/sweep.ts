import type { Prepared } from "../engine/prepare.ts";
import type { Settings } from "../options.ts";
import type { Pace } from "../pace.ts";
import { partOf } from "../progress.ts";
import { Random } from "../random.ts";
import type { Effort } from "../search/effort.ts";
import { sweepExactly } from "../search/exact.ts";
import { finish } from "../search/finish.ts";
import { lloyd } from "../search/lloyd.ts";
import { searchByRestarts } from "../search/restarts.ts";
import { rowsToSearch } from "../search/searched.ts";
import { type Found, NO_SHIFT, type Report, stopOf } from "../search/start.ts";
import { type Best, LEAST_FALL, searchBySwaps } from "../search/swap-search.ts";
import { bestAddition, candidatesFor, drawCandidates, extended, withoutLeast } from "../search/swaps.ts";

interface Range {
  readonly kMin: number;
  readonly kMax: number;
}

/** Stream of random numbers that a further centroid is drawn from. */
const STREAM = 0x67726f77;

/** Further rows that are tried where a centroid is added: there is one try at it. */
const GROWING = 2;

/**
 * Searches every k from `kMin` to `kMax`, so that inertia never rises along the way.
 *
 * @param effortFor how much is done for a k; without meaning where the settings ask for restarts
 */
export async function* sweep(
  prepared: Prepared,
  { kMin, kMax }: Range,
  settings: Settings,
  effortFor: (k: number) => Effort,
  pace: Pace,
  { share, onProgress }: Report,
): AsyncGenerator<Found> {
  const partFor = (k: number): Report => ({ share: partOf(share, k - kMin, kMax - kMin + 1), onProgress });
  if (settings.search === "restarts") {
    let warm: Float64Array | null = null;
    for (let k = kMin; k <= kMax; k++) {
      const found: Found = await searchByRestarts(prepared, k, settings, warm, pace, partFor(k));
      yield found;
      if (k < kMax) warm = await withFarthest(prepared, found.run.centroids, pace);
    }
    return;
  }
  const exact = await sweepExactly(prepared, { kMin, kMax }, settings, pace, partFor);
  if (exact !== null) {
    yield* exact;
    return;
  }
  let searched = await rowsToSearch(prepared, kMax, settings.seed, false, pace);
  let bests = await searchUp(searched.prepared, { kMin, kMax }, settings, effortFor, pace, partFor);
  if (searched.isTooCoarseFor(bests[bests.length - 1].run.inertia)) {
    const quiet = (k: number): Report => ({ ...partFor(k), onProgress: undefined });
    searched = await rowsToSearch(prepared, kMax, settings.seed, true, pace);
    bests = await searchUp(searched.prepared, { kMin, kMax }, settings, effortFor, pace, quiet);
  }
  await lowerFromAbove(searched.prepared, bests, settings, pace);
  let before: Found | null = null;
  for (const best of bests) {
    const found: Found = await finish(prepared, searched, best, settings, pace, { share, onProgress });
    before = before === null ? found : await noHigher(prepared, found, before, settings, pace);
    yield before;
  }
}

/**
 * A first start for k + 1 is the solution of k and the best of some rows: the fast global k-means step of Likas, Vlassis
 * and Verbeek 2003.
 */
async function searchUp(
  prepared: Prepared,
  { kMin, kMax }: Range,
  settings: Settings,
  effortFor: (k: number) => Effort,
  pace: Pace,
  partFor: (k: number) => Report,
): Promise<Best[]> {
  const bests: Best[] = [];
  let warm: Float64Array | null = null;
  for (let k = kMin; k <= kMax; k++) {
    const best: Best = await searchBySwaps(prepared, k, settings, warm, effortFor(k), pace, partFor(k));
    bests.push(best);
    if (k < kMax) warm = await grown(prepared, best.run.centroids, settings.seed, pace);
  }
  return bests;
}

/** From the last k down: where the solution of k + 1 without its least useful centroid is better for k, it is taken. */
async function lowerFromAbove(prepared: Prepared, bests: Best[], settings: Settings, pace: Pace): Promise<void> {
  const { engine } = prepared;
  for (let i = bests.length - 2; i >= 0; i--) {
    const { run, counts } = bests[i];
    const above = bests[i + 1].run.centroids;
    // One cluster has but one solution.
    if (run.centroids.length === engine.columns) continue;
    const centroids = withoutLeast(above, await engine.survey(above, pace));
    const goal = run.inertia * (1 - LEAST_FALL);
    const less = await lloyd(engine, { centroids, labels: null }, { ...stopOf(prepared, settings), goal }, pace);
    const passes = counts.passes + less.history.length + 1;
    if (less.inertia < goal) {
      const labels = new Int32Array(engine.rows);
      await engine.labels(labels, pace);
      bests[i] = { run: less, labels, counts: { ...counts, passes } };
    } else bests[i] = { ...bests[i], counts: { ...counts, passes } };
  }
}

/**
 * What was found, or the solution before and its farthest row where that is better: a sample may miss rows, and too few
 * iterations may leave a k above the one before.
 */
async function noHigher(
  prepared: Prepared,
  found: Found,
  before: Found,
  settings: Settings,
  pace: Pace,
): Promise<Found> {
  if (found.run.inertia <= before.run.inertia) return found;
  const centroids = await withFarthest(prepared, before.run.centroids, pace);
  const stop = { maxIterations: settings.maxIterations, shift: NO_SHIFT };
  const run = await lloyd(prepared.engine, { centroids, labels: null }, stop, pace);
  const passes = found.search.passes + run.history.length;
  return { run: run.inertia < found.run.inertia ? run : found.run, search: { ...found.search, passes } };
}

async function grown({ engine }: Prepared, centroids: Float64Array, seed: number, pace: Pace): Promise<Float64Array> {
  const k = centroids.length / engine.columns;
  await engine.survey(centroids, pace);
  const rows = drawCandidates(engine, candidatesFor(k) + GROWING, new Random(seed, STREAM, k));
  return extended(engine, centroids, await bestAddition(engine, rows, k, pace));
}

async function withFarthest({ engine }: Prepared, centroids: Float64Array, pace: Pace): Promise<Float64Array> {
  const [row] = await engine.farthest(centroids, 1, pace);
  return extended(engine, centroids, row);
}
