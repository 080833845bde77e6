import { type Identity, isSame } from "../contenders/contender.ts";
import type { Measured } from "../measure/measured.ts";
import { type Summary, summarize } from "../measure/statistics.ts";

/** How many times as long theirs takes as ours, by medians, and the same within each round; null where one has no times. */
export function timesAsLong(theirs: Measured, ours: Measured): Summary | null {
  if (theirs.samplesMs.length === 0 || ours.samplesMs.length === 0) return null;
  const [theirMs, ourMs] = [summarize(theirs.samplesMs).median, summarize(ours.samplesMs).median];
  // A difference of two fits is no time at all where it is lost in what else the machine does.
  if (!(theirMs > 0 && ourMs > 0)) return null;
  const rounds = theirs.samplesMs.slice(0, ours.samplesMs.length).map((ms, round) => ms / ours.samplesMs[round]);
  const { least, most } = summarize(rounds);
  return { median: theirMs / ourMs, least, most };
}

export function find(measured: readonly Measured[], identity: Identity): Measured | undefined {
  return measured.find((one) => isSame(one, identity));
}

/** The median inertia of all rounds, for each k; empty where none was taken. */
export function medianInertias({ inertias }: Measured): readonly number[] {
  return (inertias[0] ?? []).map((_, index) => summarize(inertias.map((round) => round[index])).median);
}

/** By how much inertias are above others, of the others: the largest over all k; null where one side has none. */
export function excessOver(inertias: readonly number[], others: readonly number[]): Excess | null {
  let worst: Excess | null = null;
  inertias.forEach((inertia, index) => {
    if (index >= others.length) return;
    const above = inertia / others[index] - 1;
    if (worst === null || above > worst.above) worst = { above, index };
  });
  return worst;
}

export interface Excess {
  readonly above: number;
  /** Which of the k it was, counted from 0. */
  readonly index: number;
}

/** The lowest inertia that anyone came to in any round, or that is known, for each k. */
export function lowestInertias(measured: readonly Measured[], bestKnown: number | null): readonly number[] {
  const rounds = measured.flatMap(({ inertias }) => inertias);
  const lowest = (rounds[0] ?? []).map((_, index) => Math.min(...rounds.map((round) => round[index])));
  return bestKnown === null ? lowest : lowest.map((inertia) => Math.min(inertia, bestKnown));
}
