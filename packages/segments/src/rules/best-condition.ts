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

/**
 * The best threshold of each side on a numeric column, or the best values of a text column, for the customers that other
 * conditions name: every threshold between two values that differ is tried.
 * @param named the weight of each customer named by the other conditions, 0 for the rest
 * @param size customers of the segment
 */
export function bestConditions(
  field: Field,
  feature: number,
  segment: number,
  named: Float64Array,
  size: number,
): readonly Scored[] {
  const column = field.columns[feature]!;
  if (column.type === "text") return bestValues(field, column, feature, segment, named, size);
  return (["over", "under"] as const).flatMap((type) => {
    return bestThreshold(field, column.values, feature, type, segment, named, size) ?? [];
  });
}

function bestThreshold(
  { rows, labels, ascending }: Field,
  values: Float64Array,
  feature: number,
  type: "over" | "under",
  segment: number,
  named: Float64Array,
  size: number,
): Scored | null {
  const order = ascending[feature]!;
  let [hits, all] = [0, 0];
  let last = Number.NaN;
  let best: Scored | null = null;
  // From the far end inwards: what was passed is what the condition names.
  for (let at = 0; at < order.length; at++) {
    const i = order[type === "over" ? order.length - 1 - at : at]!;
    const weight = named[i]!;
    if (weight === 0) continue;
    const value = values[rows[i]!]!;
    if (value !== last && all > 0) {
      const score = f1(hits, all, size);
      if (best === null || score > best.score)
        best = { condition: { feature, type, threshold: between(value, last) }, score };
    }
    last = value;
    all += weight;
    if (labels[i] === segment) hits += weight;
  }
  return best;
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
): readonly Scored[] {
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
  return best === null ? [] : [best];
}
