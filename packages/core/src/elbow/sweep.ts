import type { Prepared } from "../engine/prepare.ts";
import type { Settings } from "../options.ts";
import type { Pace } from "../pace.ts";
import { partOf } from "../progress.ts";
import { Random } from "../random.ts";
import type { Effort } from "../search/effort.ts";
import { finish } from "../search/finish.ts";
import { lloyd } from "../search/lloyd.ts";
import { searchByRestarts } from "../search/restarts.ts";
import { rowsToSearch } from "../search/searched.ts";
import { type Found, type Report, stopOf } from "../search/start.ts";
import { type Best, searchBySwaps } from "../search/swap-search.ts";
import { bestAddition, candidatesFor, drawCandidates, extended, withoutLeast } from "../search/swaps.ts";

interface Range {
  readonly kMin: number;
  readonly kMax: number;
}

/** Stream of random numbers that a further centroid is drawn from. */
const STREAM = 0x67726f77;

/**
 * Searches every k from `kMin` to `kMax`, so that inertia never rises along the way.
 *
 * @param effortFor how much is done for each k; without meaning where the settings ask for restarts
 */
export async function* sweep(
  prepared: Prepared,
  range: Range,
  settings: Settings,
  effortFor: (k: number) => Effort,
  pace: Pace,
  { share, onProgress }: Report,
): AsyncGenerator<Found> {
  const { kMin, kMax } = range;
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
  const searched = await rowsToSearch(prepared, kMax, settings.seed, pace);
  const bests = await searchUpAndDown(searched.prepared, range, settings, effortFor, pace, partFor);
  let before: Found | null = null;
  for (const best of bests) {
    let found: Found = await finish(prepared, searched, best, settings, pace, {
      share: { start: share.end, end: share.end },
      onProgress,
    });
    if (before !== null && found.run.inertia > before.run.inertia) {
      // Rows that a sample missed, or too few iterations: what the farthest row alone gives is at least no higher.
      const centroids = await withFarthest(prepared, before.run.centroids, pace);
      const run = await lloyd(prepared.engine, { centroids, labels: null }, stopOf(prepared, settings), pace, () => {});
      const passes = found.search.passes + run.history.length;
      if (run.inertia < found.run.inertia) found = { run, search: { ...found.search, passes } };
    }
    yield found;
    before = found;
  }
}

/**
 * The solution of k and the best of some rows make a first start for k + 1 (the fast global k-means step of Likas, Vlassis
 * and Verbeek 2003); then, from the top down, that of k + 1 without its least useful centroid may be better for k.
 */
async function searchUpAndDown(
  prepared: Prepared,
  { kMin, kMax }: Range,
  settings: Settings,
  effortFor: (k: number) => Effort,
  pace: Pace,
  partFor: (k: number) => Report,
): Promise<readonly Best[]> {
  const { engine } = prepared;
  const bests: Best[] = [];
  let warm: Float64Array | null = null;
  for (let k = kMin; k <= kMax; k++) {
    const best: Best = await searchBySwaps(prepared, k, settings, warm, effortFor(k), pace, partFor(k));
    bests.push(best);
    if (k < kMax) warm = await grown(prepared, best.run.centroids, settings.seed, pace);
  }
  for (let i = bests.length - 2; i >= 0; i--) {
    const { run: larger } = bests[i + 1];
    if (kMin + i < 2) continue;
    const centroids = withoutLeast(larger.centroids, await engine.survey(larger.centroids, pace));
    const run = await lloyd(
      engine,
      { centroids, labels: null },
      { ...stopOf(prepared, settings), goal: bests[i].run.inertia },
      pace,
      () => {},
    );
    const effort = { ...bests[i].effort, passes: bests[i].effort.passes + run.history.length + 1 };
    if (run.inertia < bests[i].run.inertia * (1 - 1e-6)) {
      const labels = new Int32Array(engine.rows);
      engine.labels(labels);
      bests[i] = { run, labels, effort };
    } else bests[i] = { ...bests[i], effort };
  }
  return bests;
}

async function grown({ engine }: Prepared, centroids: Float64Array, seed: number, pace: Pace): Promise<Float64Array> {
  const k = centroids.length / engine.columns;
  const { inertia } = await engine.survey(centroids, pace);
  if (inertia === 0) return extended(engine, centroids, 0);
  const rows = drawCandidates(engine, candidatesFor(k) + 2, new Random(seed, STREAM, k));
  return extended(engine, centroids, await bestAddition(engine, rows, k, pace));
}

async function withFarthest({ engine }: Prepared, centroids: Float64Array, pace: Pace): Promise<Float64Array> {
  const [row] = await engine.farthest(centroids, 1, pace);
  return extended(engine, centroids, row);
}
