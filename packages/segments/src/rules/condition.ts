import type { NumericColumn, TextColumn } from "../table.ts";

/** A column that rules speak of. */
export type RuleColumn = NumericColumn | TextColumn;

/** One threshold of a rule while it is looked for; `feature` is the place of its column. */
export type Condition =
  | { readonly feature: number; readonly type: "over" | "under"; readonly threshold: number }
  | { readonly feature: number; readonly type: "is"; readonly codes: readonly number[] };

/** Whether a row fulfills a condition; a missing cell fulfills none. */
export function holds(condition: Condition, column: RuleColumn, row: number): boolean {
  if (column.type === "text") return condition.type === "is" && condition.codes.includes(column.codes[row]!);
  if (condition.type === "is") return false;
  const value = column.values[row]!;
  return condition.type === "over" ? value > condition.threshold : value < condition.threshold;
}

/**
 * The harmonic mean of precision and recall.
 * @param hits customers of the segment whom a rule names
 * @param named customers whom it names
 * @param size customers of the segment
 */
export function f1(hits: number, named: number, size: number): number {
  return named + size === 0 ? 0 : (2 * hits) / (named + size);
}
