import { bestConditions, type Scored } from "./best-condition.ts";
import { type Condition, f1 } from "./condition.ts";
import { type Field, namedBy } from "./field.ts";

/** A rule has at most so many thresholds. */
export const MOST_CONDITIONS = 3;
/** A further threshold must raise the F1 of a rule by this much to be worth its words. */
const WORTH = 0.02;
/** How often the thresholds of a rule are adjusted to each other. */
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
export function searchRule(field: Field, features: readonly number[], segment: number, width: number): Rule {
  const everybody = namedBy([], field);
  const size = everybody.reduce((sum, weight, i) => sum + (field.labels[i] === segment ? weight : 0), 0);
  const all = everybody.reduce((a, b) => a + b, 0);
  let best: Rule = { conditions: [], score: f1(size, all, size) };
  let beam: readonly Rule[] = [best];
  for (let length = 1; length <= MOST_CONDITIONS; length++) {
    beam = extended(beam, field, features, segment, size).slice(0, width);
    const [first] = beam;
    if (first === undefined) break;
    const candidates = beam.map((rule) => adjusted(rule, field, segment, size));
    const top = candidates.reduce((a, b) => (b.score > a.score ? b : a));
    if (top.score >= best.score + WORTH) best = top;
  }
  return best;
}

/** Every rule with one more condition on a side of a feature that it has no condition on, the best first. */
function extended(
  beam: readonly Rule[],
  field: Field,
  features: readonly number[],
  segment: number,
  size: number,
): readonly Rule[] {
  const found = new Map<string, Rule>();
  for (const { conditions } of beam) {
    const named = namedBy(conditions, field);
    for (const feature of features) {
      for (const { condition, score } of bestConditions(field, feature, segment, named, size)) {
        if (conditions.some((other) => sideOf(other) === sideOf(condition))) continue;
        const rule = { conditions: [...conditions, condition].sort(byPlace), score };
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
      const better = bestConditions(field, condition.feature, segment, named, size).find((other: Scored) => {
        return sideOf(other.condition) === sideOf(condition) && other.score > best.score;
      });
      if (better !== undefined) {
        best = { conditions: best.conditions.with(i, better.condition), score: better.score };
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
