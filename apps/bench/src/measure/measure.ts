import type { Case } from "../cases.ts";
import { type Contender, isSame, titleOf } from "../contenders/contender.ts";
import type { Work } from "../works.ts";
import { type Effort, planFor } from "./effort.ts";
import { REFERENCE } from "./entry.ts";
import { type Entrant, measureIteration } from "./iteration.ts";
import type { Measurement } from "./measured.ts";
import type { Saying } from "./rounds.ts";
import { measureWhole } from "./whole.ts";

/**
 * Measures a work of contenders that have loaded the sample of a case.
 *
 * @param contenders who takes part; where all do the same, with a contender in float64 as the reference
 */
export async function measure(
  work: Work,
  { name, rows, columns, k, bestKnown, ...size }: Case,
  contenders: readonly Contender[],
  effort: Effort,
  say: Saying,
): Promise<Measurement> {
  const plans = contenders.map((contender): Entrant => {
    const plan = planFor(work, { rows, columns, k, ...size }, contender.slow, effort);
    return { contender, ...plan };
  });
  const entrants = plans.filter((plan) => plan.rounds > 0);
  const leftOut = plans.filter((plan) => plan.rounds === 0).map(({ contender }) => titleOf(contender));
  const measured =
    work === "iteration"
      ? await measureIteration(entrants, referenceAmong(contenders), size.repeats, say)
      : await measureWhole(work, entrants, size, say);
  return { work, on: name, rows, columns, k, bestKnown, measured, leftOut };
}

function referenceAmong(contenders: readonly Contender[]): Contender {
  const reference = contenders.find((contender) => isSame(contender, REFERENCE));
  if (reference === undefined) throw new RangeError(`Expected ${titleOf(REFERENCE)} to take part`);
  return reference;
}
