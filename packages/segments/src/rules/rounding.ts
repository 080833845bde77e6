import { type Condition, f1 } from "./condition.ts";
import { counted, type Field } from "./field.ts";
import type { Rule } from "./search.ts";

/** Rounding all thresholds of a rule may cost this much of its F1. */
const LOSS = 0.01;
const MOST_DIGITS = 15;

/** The rule with every threshold in the fewest digits that keep it about as good: "70", not "69.8371". */
export function rounded(rule: Rule, field: Field, segment: number): Rule {
  const { hits: size } = counted([], field, segment);
  let best = rule;
  for (const [i, condition] of rule.conditions.entries()) {
    if (condition.type === "is") continue;
    for (const thresholds of simplest(condition.threshold)) {
      const tried = thresholds.map((threshold): Rule => {
        const conditions: readonly Condition[] = best.conditions.with(i, { ...condition, threshold });
        return { conditions, score: scoreOf(conditions, field, segment, size) };
      });
      const top = tried.reduce((a, b) => (b.score > a.score ? b : a));
      if (top.score < rule.score - LOSS) continue;
      best = top;
      break;
    }
  }
  return best;
}

/** 0, then the two numbers next to one with 1, 2, 3 ... digits, the nearer first, at last the number itself. */
function* simplest(number: number): Generator<readonly number[]> {
  yield [0];
  const exponent = Math.floor(Math.log10(Math.abs(number)));
  for (let digits = 1; digits <= MOST_DIGITS && Number.isFinite(exponent); digits++) {
    const decimals = digits - 1 - exponent;
    const shifted = number * 10 ** decimals;
    const [below, above] = [Math.floor(shifted), Math.ceil(shifted)];
    const nearest = shifted - below <= above - shifted ? [below, above] : [above, below];
    yield nearest.map((whole) => Number(`${whole}e${-decimals}`));
  }
  yield [number];
}

function scoreOf(conditions: readonly Condition[], field: Field, segment: number, size: number): number {
  const { hits, named } = counted(conditions, field, segment);
  return f1(hits, named, size);
}
