import type { Contender, Job } from "../contenders/contender.ts";
import { K_MAX, type Work } from "../works.ts";
import { agrees, compareInertia, NOT_COMPARED } from "./agreement.ts";
import type { Measured } from "./measured.ts";
import { inTurns, type Saying } from "./rounds.ts";

/** Iterations at most: what all that are measured have by default. */
const MAX_ITERATIONS = 300;

/** Works that are measured as a whole. */
export type WholeWork = Exclude<Work, "iteration">;

/** How many times shorter the fits of an iteration are: so many times fewer are timed for a sample. */
const SHORTER: Readonly<Record<WholeWork, number>> = {
  convergence: 1,
  fit: 10,
  elbow: 50,
  analysis: 20,
  optimum: 100,
};

/** Measures a work as a whole. Where all do the same, whoever comes to another inertia than the reference has no times. */
export async function measureWhole(
  work: WholeWork,
  entrants: readonly { readonly contender: Contender; readonly rounds: number }[],
  { repeats, starts }: { readonly repeats: number; readonly starts: number },
  say: Saying,
): Promise<readonly Measured[]> {
  const fewer = Math.max(1, Math.round(repeats / SHORTER[work]));
  const taken = entrants.map(({ contender, rounds }) => {
    const { name, precision, threads } = contender;
    const samplesMs: number[] = [];
    const inertias: (readonly number[])[] = [];
    const iterations: number[] = [];
    const take = async (round: number): Promise<void> => {
      const reply = await contender.run({ job: jobOf(work, round, starts), repeats: fewer, wants: "inertia" });
      samplesMs.push(reply.elapsedMs);
      inertias.push(reply.inertias);
      if (reply.iterations !== null) iterations.push(reply.iterations);
    };
    return { identity: { name, precision, threads }, rounds, take, results: { samplesMs, inertias, iterations } };
  });
  await inTurns(taken, say);
  const measured = taken.map(({ identity, results }): Measured => {
    return { ...identity, agreement: NOT_COMPARED, span: null, ...results };
  });
  return work === "convergence" ? compared(measured) : measured;
}

/** The first contender in float64 is the reference. */
function compared(measured: readonly Measured[]): readonly Measured[] {
  const reference = measured.find(({ precision }) => precision === "float64")?.inertias[0]?.[0];
  if (reference === undefined) throw new RangeError("Expected a contender in float64, got none");
  return measured.map((one) => {
    const inertia = compareInertia(reference, one.inertias.flat(), one.precision);
    const agreement = { labels: null, inertia };
    return agrees(agreement) ? { ...one, agreement } : { ...one, agreement, samplesMs: [] };
  });
}

/** A round has a seed of its own. */
function jobOf(work: WholeWork, round: number, starts: number): Job {
  switch (work) {
    case "convergence":
      return { kind: "from start", limit: MAX_ITERATIONS };
    case "fit":
    case "optimum":
      return { kind: "fit", seed: round, starts };
    case "elbow":
      return { kind: "elbow", seed: round, starts, kMax: K_MAX };
    case "analysis":
      return { kind: "analysis", seed: round, kMax: K_MAX };
  }
}
