import type { Engine, Survey } from "../engine/engine.ts";
import type { Pace } from "../pace.ts";
import type { Random } from "../random.ts";

/** A centroid to take out, and the row to put in its place. */
export interface Exchange {
  readonly removed: number;
  readonly row: number;
}

/** Rows that are tried at a time: a few, for another try does more than the best of many. */
export function candidatesFor(k: number): number {
  return 2 + Math.floor(k / 16);
}

/** Rows drawn in proportion to the (weighted) squared distance to the surveyed centroids. */
export function drawCandidates(engine: Engine, count: number, random: Random): readonly number[] {
  return Array.from({ length: count }, () => engine.sampleBySurvey(random.uniform()));
}

/**
 * The exchange that leaves the least inertia, before any step; ties to the first row and the lowest centroid. Rows of one
 * cluster in the place of one centroid come to the same: what was tried, `vain`, is passed over. Null where all was.
 */
export async function bestExchange(
  engine: Engine,
  rows: readonly number[],
  { removals }: Survey,
  vain: Set<number>,
  pace: Pace,
): Promise<Exchange | null> {
  const k = removals.length;
  const gains = await engine.exchangeGains(rows, pace);
  let best: Exchange | null = null;
  let least = Number.POSITIVE_INFINITY;
  let chosen = 0;
  for (let i = 0; i < rows.length; i++) {
    const at = i * (1 + k);
    const pairs = engine.surveyedLabel(rows[i]) * k;
    for (let removed = 0; removed < k; removed++) {
      const change = removals[removed] - gains[at] - gains[at + 1 + removed];
      if (change >= least || vain.has(pairs + removed)) continue;
      least = change;
      chosen = pairs + removed;
      best = { removed, row: rows[i] };
    }
  }
  if (best !== null) vain.add(chosen);
  return best;
}

/** The row that leaves the least inertia as a further centroid, ties to the first. */
export async function bestAddition(engine: Engine, rows: readonly number[], k: number, pace: Pace): Promise<number> {
  const gains = await engine.exchangeGains(rows, pace);
  let best = 0;
  for (let i = 1; i < rows.length; i++) if (gains[i * (1 + k)] > gains[best * (1 + k)]) best = i;
  return rows[best];
}

/** The centroids with a row in the place of one. */
export function exchanged(engine: Engine, centroids: Float64Array, { removed, row }: Exchange): Float64Array {
  const changed = centroids.slice();
  changed.set(engine.point(row), removed * engine.columns);
  return changed;
}

/** Part of the centroids that `shaken` exchanges, and how many these are at least. */
const SHAKEN_PART = 0.03;
const FEWEST_SHAKEN = 2;

/** The surveyed centroids with rows, drawn in proportion to their squared distance, in the place of some at random. */
export function shaken(engine: Engine, centroids: Float64Array, random: Random): Float64Array {
  const k = centroids.length / engine.columns;
  const changed = centroids.slice();
  for (let left = Math.max(FEWEST_SHAKEN, Math.round(k * SHAKEN_PART)); left > 0; left--) {
    const point = engine.point(engine.sampleBySurvey(random.uniform()));
    changed.set(point, random.below(k) * engine.columns);
  }
  return changed;
}

/** The centroids and one row more. */
export function extended(engine: Engine, centroids: Float64Array, row: number): Float64Array {
  const more = new Float64Array(centroids.length + engine.columns);
  more.set(centroids);
  more.set(engine.point(row), centroids.length);
  return more;
}

/** The centroids but for the one that is missed least, ties to the lowest. */
export function withoutLeast(centroids: Float64Array, { removals }: Survey): Float64Array {
  const columns = centroids.length / removals.length;
  const least = removals.indexOf(Math.min(...removals));
  return centroids.filter((_, at) => Math.floor(at / columns) !== least);
}
