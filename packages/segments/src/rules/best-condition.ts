import type { TextColumn } from "../table.ts";
import { type Condition, f1 } from "./condition.ts";
import type { Field } from "./field.ts";

/** A condition and the F1 of the rule that it completes. */
export interface Scored {
  readonly condition: Condition;
  readonly score: number;
}

/** A condition names at most so many values of a text column. */
const MOST_VALUES = 3;

/** The sides of a column that a condition can be on. */
export function sidesOf({ columns }: Field, feature: number): readonly Condition["type"][] {
  return columns[feature]!.type === "text" ? ["is"] : ["over", "under"];
}

/**
 * The best condition on one side of a column for the customers that other conditions name: of all thresholds between two
 * values that differ, or of the values of a text column that are purest. Null where there is none.
 * @param named the weight of each customer named by the other conditions, 0 for the rest
 * @param size customers of the segment
 */
export function bestCondition(
  field: Field,
  feature: number,
  type: Condition["type"],
  segment: number,
  named: Float64Array,
  size: number,
): Scored | null {
  const column = field.columns[feature]!;
  if (type !== "is") return bestThreshold(field, feature, type, segment, named, size);
  return column.type === "text" ? bestValues(field, column, feature, segment, named, size) : null;
}

function bestThreshold(
  { labels, ascending }: Field,
  feature: number,
  type: "over" | "under",
  segment: number,
  named: Float64Array,
  size: number,
): Scored | null {
  const { order, values } = ascending[feature]!;
  const [first, step] = type === "over" ? [order.length - 1, -1] : [0, 1];
  let [hits, all] = [0, 0];
  let last = Number.NaN;
  let best = { score: 0, threshold: Number.NaN };
  // From the far end inwards: what was passed is what the condition names.
  for (let at = first; at >= 0 && at < order.length; at += step) {
    const i = order[at]!;
    const weight = named[i]!;
    if (weight === 0) continue;
    const value = values[at]!;
    if (value !== last && hits > 0) {
      const score = f1(hits, all, size);
      if (score > best.score) best = { score, threshold: between(value, last) };
    }
    last = value;
    all += weight;
    if (labels[i] === segment) hits += weight;
  }
  return best.score === 0 ? null : { condition: { feature, type, threshold: best.threshold }, score: best.score };
}

/** A number that parts two; the outer one itself must not be it, the inner one may. */
function between(inner: number, outer: number): number {
  const middle = inner / 2 + outer / 2;
  return middle === outer ? inner : middle;
}

function bestValues(
  { rows, labels }: Field,
  { codes, categories }: TextColumn,
  feature: number,
  segment: number,
  named: Float64Array,
  size: number,
): Scored | null {
  const own = new Float64Array(categories.length);
  const all = new Float64Array(categories.length);
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i]!]!;
    if (code < 0) continue;
    all[code]! += named[i]!;
    if (labels[i] === segment) own[code]! += named[i]!;
  }
  const purest = [...categories.keys()].filter((code) => own[code]! > 0);
  purest.sort(
    (a, b) => own[b]! / all[b]! - own[a]! / all[a]! || own[b]! - own[a]! || (categories[a]! < categories[b]! ? -1 : 1),
  );
  let [hits, count] = [0, 0];
  let best: Scored | null = null;
  for (let n = 1; n <= Math.min(purest.length, MOST_VALUES); n++) {
    hits += own[purest[n - 1]!]!;
    count += all[purest[n - 1]!]!;
    const score = f1(hits, count, size);
    if (best === null || score > best.score)
      best = { condition: { feature, type: "is", codes: purest.slice(0, n) }, score };
  }
  return best;
}
