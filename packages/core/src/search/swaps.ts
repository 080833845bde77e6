import type { Engine, Survey } from "../engine/engine.ts";
import type { Pace } from "../pace.ts";
import type { Random } from "../random.ts";

/** A centroid to take out, and the row to put in its place. */
export interface Exchange {
  readonly removed: number;
  readonly row: number;
}

/** Rows that are tried at a time: more where there are more places for them. */
export function candidatesFor(k: number): number {
  return 2 + Math.floor(k / 4);
}

/** Rows drawn in proportion to the (weighted) squared distance to the surveyed centroids. */
export function drawCandidates(engine: Engine, count: number, random: Random): readonly number[] {
  return Array.from({ length: count }, () => engine.sampleBySurvey(random.uniform()));
}

/** The exchange that leaves the least inertia, before any step; ties to the first row and the lowest centroid. */
export async function bestExchange(
  engine: Engine,
  rows: readonly number[],
  { removals }: Survey,
  pace: Pace,
): Promise<Exchange> {
  const k = removals.length;
  const gains = await engine.exchangeGains(rows, pace);
  let best: Exchange = { removed: 0, row: rows[0] };
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < rows.length; i++) {
    const at = i * (1 + k);
    for (let removed = 0; removed < k; removed++) {
      const change = removals[removed] - gains[at] - gains[at + 1 + removed];
      if (change >= least) continue;
      least = change;
      best = { removed, row: rows[i] };
    }
  }
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
