import type { Pace } from "../pace.ts";
import { bestCondition, sidesOf } from "./best-condition.ts";
import { type Condition, f1 } from "./condition.ts";
import { counted, type Field, namedBy } from "./field.ts";

/** A rule has at most so many thresholds. */
const MOST_CONDITIONS = 3;
/** A further threshold must raise the F1 of a rule by this much to be worth its words. */
const WORTH = 0.02;
/** How many of the best rules have their thresholds adjusted to each other, and how often. */
const ADJUSTED = 3;
const SWEEPS = 3;

/** Conditions that all must hold, and their F1 against the rest of the customers. */
export interface Rule {
  readonly conditions: readonly Condition[];
  readonly score: number;
}

/**
 * The rule for a segment: the fewest thresholds, three at most, whose F1 is about the best. A beam search: the best
 * rules of one threshold are extended by a second and third, then every threshold is moved to where it is best beside
 * the others. The empty rule where no condition is better than naming everybody.
 * @param width how many rules are extended at each step
 */
export async function searchRule(
  field: Field,
  features: readonly number[],
  segment: number,
  width: number,
  pace: Pace,
): Promise<Rule> {
  const { hits: size, named: all } = counted([], field, segment);
  let best: Rule = { conditions: [], score: f1(size, all, size) };
  let beam: readonly Rule[] = [best];
  for (let length = 1; length <= MOST_CONDITIONS; length++) {
    beam = (await extended(beam, field, features, segment, size, pace)).slice(0, width);
    const [first] = beam;
    if (first === undefined) break;
    await pace.breathe();
    const candidates = beam.slice(0, ADJUSTED).map((rule) => adjusted(rule, field, segment, size));
    const top = candidates.reduce((a, b) => (b.score > a.score ? b : a));
    if (top.score >= best.score + WORTH) best = top;
  }
  return best;
}

/** Every rule with one more condition on a side of a feature that it has no condition on, the best first. */
async function extended(
  beam: readonly Rule[],
  field: Field,
  features: readonly number[],
  segment: number,
  size: number,
  pace: Pace,
): Promise<readonly Rule[]> {
  const found = new Map<string, Rule>();
  for (const { conditions } of beam) {
    await pace.breathe();
    const named = namedBy(conditions, field);
    for (const feature of features) {
      for (const type of sidesOf(field, feature)) {
        if (conditions.some((other) => other.feature === feature && other.type === type)) continue;
        const best = bestCondition(field, feature, type, segment, named, size);
        if (best === null) continue;
        const { score } = best;
        const rule = { conditions: [...conditions, best.condition].sort(byPlace), score };
        const key = rule.conditions.map(sideOf).join();
        if (score > (found.get(key)?.score ?? 0)) found.set(key, rule);
      }
    }
  }
  const sides = ({ conditions }: Rule): string => conditions.map(sideOf).join();
  return [...found.values()].sort((a, b) => b.score - a.score || (sides(a) < sides(b) ? -1 : 1));
}

/** The rule with each condition replaced by the best beside the others, as long as that helps. */
function adjusted(rule: Rule, field: Field, segment: number, size: number): Rule {
  let best = rule;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const before = best.score;
    for (const [i, condition] of best.conditions.entries()) {
      const named = namedBy(best.conditions.toSpliced(i, 1), field);
      const other = bestCondition(field, condition.feature, condition.type, segment, named, size);
      if (other !== null && other.score > best.score) {
        best = { conditions: best.conditions.with(i, other.condition), score: other.score };
      }
    }
    if (best.score === before) break;
  }
  return best;
}

/** By feature; on one feature over comes before under. */
function byPlace(a: Condition, b: Condition): number {
  return a.feature - b.feature || (a.type < b.type ? -1 : 1);
}

function sideOf({ feature, type }: Condition): string {
  return `${feature} ${type}`;
}
