import type { Contender, FitReply, Precision } from "../contenders/contender.ts";
import type { Sample } from "../data/sample.ts";
import { type Agreement, agrees, compareLabels } from "./agreement.ts";
import { type Effort, type Plan, planFor } from "./effort.ts";
import { inertiaOf } from "./inertia.ts";

/** Iterations after which labels are compared. */
export const CHECKED_ITERATIONS = 3;

/** How a case is measured: see `Case`. */
export interface Measuring {
  readonly iterations: number;
  readonly span: number;
  readonly repeats: number;
}

/** What is known of one contender in one case. */
export interface Measured {
  readonly name: string;
  readonly precision: Precision;
  readonly agreement: Agreement;
  /** Iterations between the two fits of each sample. */
  readonly span: number;
  /** Milliseconds an iteration, a sample for each round; none where labels disagreed. */
  readonly iterationSamplesMs: readonly number[];
  /** Milliseconds of a whole fit, a sample for each round. */
  readonly wholeFitSamplesMs: readonly number[];
  /** The inertia that each whole fit came to, in float64: that of its labels around their means. */
  readonly wholeFitInertias: readonly number[];
}

/** Says what is done at the moment. */
export type Saying = (doing: string) => void;

/** A contender on its way through a case. */
interface Entrant {
  readonly contender: Contender;
  readonly agreement: Agreement;
  readonly plan: Plan;
  readonly iterationSamplesMs: number[];
  readonly wholeFitSamplesMs: number[];
  readonly wholeFitInertias: number[];
}

/**
 * Lets contenders fit a sample from its start. First their labels are compared: whoever disagrees is reported, and not
 * measured. Then they take turns, so that whatever else the machine does meets them all. A whole fit starts from a seed of
 * its round, and is said with the inertia that it came to.
 *
 * @param contenders the first in float64 is the reference
 */
export async function measure(
  contenders: readonly Contender[],
  sample: Sample,
  measuring: Measuring,
  effort: Effort,
  say: Saying,
): Promise<readonly Measured[]> {
  for (const contender of contenders) {
    say(`${titleOf(contender)}: loading`);
    await contender.load(sample);
  }
  const { iterations, span, repeats } = measuring;
  const differences = sample.rows * sample.columns * sample.k * repeats;
  const entrants = (await compareAll(contenders, repeats, say)).map(([contender, agreement]): Entrant => {
    const plan = planFor({ differences, slow: contender.slow, iterations, span }, effort);
    return { contender, agreement, plan, iterationSamplesMs: [], wholeFitSamplesMs: [], wholeFitInertias: [] };
  });
  const agreed = entrants.filter(({ agreement }) => agrees(agreement));
  for (let round = 0; round < effort.rounds; round++) {
    for (const { contender, plan, iterationSamplesMs } of turn(agreed, round)) {
      say(`${titleOf(contender)}: iterations, round ${round + 1} of ${effort.rounds}`);
      iterationSamplesMs.push(await iterationMs(contender, plan.span, repeats));
    }
  }
  for (let round = 0; round < effort.rounds; round++) {
    for (const entrant of turn(agreed, round)) {
      const { contender, plan, wholeFitSamplesMs, wholeFitInertias } = entrant;
      if (round >= plan.wholeFitRounds) continue;
      say(`${titleOf(contender)}: whole fit, round ${round + 1} of ${plan.wholeFitRounds}`);
      const fit = await contender.fit({ from: { seed: round }, repeats, labels: true });
      wholeFitSamplesMs.push(fit.elapsedMs);
      wholeFitInertias.push(inertiaOf(sample, labelsOf(fit)));
    }
  }
  return entrants.map(({ contender, plan, ...rest }) => {
    return { name: contender.name, precision: contender.precision, span: plan.span, ...rest };
  });
}

/** `kentro float32` */
export function titleOf({ name, precision }: { readonly name: string; readonly precision: Precision }): string {
  return `${name} ${precision}`;
}

/** Compares labels. Fits that are repeated are repeated here too: the compiler has learned them before they count. */
async function compareAll(
  contenders: readonly Contender[],
  repeats: number,
  say: Saying,
): Promise<readonly (readonly [Contender, Agreement])[]> {
  const reference = contenders.find(({ precision }) => precision === "float64");
  if (reference === undefined) throw new RangeError("Expected a contender in float64, got none");
  const request = { from: { limit: CHECKED_ITERATIONS }, repeats, labels: true };
  const expected = labelsOf(await reference.fit(request));
  const compared: [Contender, Agreement][] = [];
  for (const contender of contenders) {
    say(`${titleOf(contender)}: checking labels`);
    const labels = labelsOf(await contender.fit(request));
    compared.push([contender, compareLabels(expected, labels, contender.precision)]);
  }
  return compared;
}

/** Every round begins with another one. */
function turn(entrants: readonly Entrant[], round: number): readonly Entrant[] {
  const first = round % entrants.length;
  return [...entrants.slice(first), ...entrants.slice(0, first)];
}

/** What is the same in a long and in a short fit (loading, checks, the last assignment) falls out of their difference. */
async function iterationMs(contender: Contender, span: number, repeats: number): Promise<number> {
  const short = await contender.fit({ from: { limit: 1 }, repeats, labels: false });
  const limit = 1 + span;
  const long = await contender.fit({ from: { limit }, repeats, labels: false });
  if (long.iterations !== limit || short.iterations !== 1) {
    throw new Error(
      `Expected ${titleOf(contender)} to do 1 and ${limit} iterations, got ${short.iterations} and ${long.iterations}`,
    );
  }
  return (long.elapsedMs - short.elapsedMs) / span;
}

function labelsOf({ labels }: FitReply): Int32Array {
  if (labels === null) throw new TypeError("Expected labels that were asked for, got none");
  return labels;
}
