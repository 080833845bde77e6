import type { Prepared } from "../engine/prepare.ts";
import type { Settings } from "../options.ts";
import type { Pace } from "../pace.ts";
import { intoFrame } from "../points/frame.ts";
import { lloyd } from "./lloyd.ts";
import { oneColumnOptima, oneColumnOptimum } from "./one-column.ts";
import { type Found, NO_EXCHANGES, NO_SHIFT, type Report, tellIterations } from "./start.ts";

/** The optimum of one column for k clusters; null where rows have more columns, or it would take too much. */
export async function searchExactly(
  prepared: Prepared,
  k: number,
  settings: Settings,
  pace: Pace,
  report: Report,
): Promise<Found | null> {
  const { matrix, weights } = prepared;
  if (matrix.columns !== 1) return null;
  const optimum = await oneColumnOptimum(matrix.data, weights, k, pace);
  return optimum && (await settled(prepared, optimum, settings, pace, report));
}

/** The optima of one column for each k of a range; null as above. */
export async function sweepExactly(
  prepared: Prepared,
  { kMin, kMax }: { readonly kMin: number; readonly kMax: number },
  settings: Settings,
  pace: Pace,
  reportFor: (k: number) => Report,
): Promise<readonly Found[] | null> {
  const { matrix, weights } = prepared;
  if (matrix.columns !== 1) return null;
  const optima = await oneColumnOptima(matrix.data, weights, kMax, pace);
  if (optima === null || optima.length < kMax) return null;
  const found: Found[] = [];
  for (let k = kMin; k <= kMax; k++) {
    found.push(await settled(prepared, optima[k - 1], settings, pace, reportFor(k)));
  }
  return found;
}

/** Steps of Lloyd's algorithm from an optimum find it a fixed point, and make labels and centroids its own. */
async function settled(
  prepared: Prepared,
  optimum: Float64Array,
  { maxIterations }: Settings,
  pace: Pace,
  report: Report,
): Promise<Found> {
  const begun = { centroids: intoFrame(optimum, prepared.frame), labels: null };
  const stop = { maxIterations, shift: NO_SHIFT };
  const run = await lloyd(prepared.engine, begun, stop, pace, tellIterations(prepared, optimum.length, report));
  return { run, search: { kind: "exact", starts: 1, passes: run.history.length, ...NO_EXCHANGES } };
}
