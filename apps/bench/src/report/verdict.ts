import type { Measured, Measurement } from "../measure/measured.ts";
import { type Summary, summarize } from "../measure/statistics.ts";
import { type Goal, reach } from "../reach.ts";
import { excessOver, find, lowestInertias, medianInertias, timesAsLong } from "./compare.ts";

/** Two inertias that differ by less, of either, are the same. */
const SAME_INERTIA = 1e-6;
/** What "near best" means, of the best. */
const NEAR = 1e-3;

/** Whether a goal was reached, and what was measured. */
export interface Verdict {
  readonly goal: Goal;
  readonly ratio: Summary | null;
  readonly oursMs: Summary | null;
  /** What there is to say of the inertia; null where the goal asks nothing of it. */
  readonly inertia: { readonly holds: boolean; readonly words: string } | null;
  /** Null where something that the goal asks for was not measured. */
  readonly reached: boolean | null;
}

/** A verdict for each goal whose work and case were measured. */
export function verdictsOn(measurements: readonly Measurement[]): readonly Verdict[] {
  return reach.flatMap((goal) => {
    const measurement = measurements.find(({ work, on }) => work === goal.work && on === goal.on);
    return measurement === undefined ? [] : [verdictOn(goal, measurement)];
  });
}

function verdictOn(goal: Goal, { measured, bestKnown }: Measurement): Verdict {
  const ours = find(measured, goal.ours);
  const theirs = goal.theirs === null ? undefined : find(measured, goal.theirs);
  const oursMs = ours === undefined || ours.samplesMs.length === 0 ? null : summarize(ours.samplesMs);
  const ratio = ours === undefined || theirs === undefined ? null : timesAsLong(theirs, ours);
  const inertia =
    goal.inertia === null || ours === undefined ? null : inertiaOf(goal, ours, theirs, measured, bestKnown);
  const parts = [
    goal.atLeast === null ? true : ratio && ratio.median >= goal.atLeast,
    goal.belowMs === null ? true : oursMs && oursMs.median < goal.belowMs,
    goal.inertia === null ? true : inertia?.holds,
  ];
  const known = parts.every((part) => part !== null && part !== undefined);
  return { goal, ratio, oursMs, inertia, reached: known ? parts.every(Boolean) : null };
}

function inertiaOf(
  goal: Goal,
  ours: Measured,
  theirs: Measured | undefined,
  measured: readonly Measured[],
  bestKnown: number | null,
): Verdict["inertia"] {
  if (goal.inertia === "near best") {
    const best = lowestInertias(measured, bestKnown);
    const excesses = ours.inertias.map((round) => excessOver(round, best)?.above ?? Number.POSITIVE_INFINITY);
    const near = excesses.filter((above) => above <= NEAR).length;
    const words = `${near} of ${excesses.length} near the best, worst ${percent(Math.max(...excesses))}`;
    return { holds: near === excesses.length, words };
  }
  if (theirs === undefined) return null;
  const worst = excessOver(medianInertias(ours), medianInertias(theirs));
  if (worst === null) return null;
  const holds = goal.inertia === "lower" ? worst.above < -SAME_INERTIA : worst.above <= SAME_INERTIA;
  return { holds, words: comparison(worst.above) };
}

function comparison(above: number): string {
  if (Math.abs(above) <= SAME_INERTIA) return "inertia the same";
  return above > 0 ? `inertia ${percent(above)} higher` : `inertia ${percent(-above)} lower`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 1e-4 && share > 0 ? 5 : 3)} %`;
}
