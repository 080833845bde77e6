import type { NumericColumn, TextColumn } from "../table.ts";

/** A column that rules speak of. */
export type RuleColumn = NumericColumn | TextColumn;

/** One threshold of a rule while it is looked for; `feature` is the place of its column. */
export type Condition =
  | { readonly feature: number; readonly type: "over" | "under"; readonly threshold: number }
  | { readonly feature: number; readonly type: "is"; readonly codes: readonly number[] };

/**
 * Strikes out the rows that do not fulfill a condition; a missing cell fulfills none.
 * Without a branch: half of the rows at random would make it wait for each.
 * @param mask INOUT for each of rows[from..from + mask.length) 1, or 0 where it is struck out
 */
export function strike(
  mask: Uint8Array,
  condition: Condition,
  column: RuleColumn,
  rows: Int32Array,
  from: number,
): void {
  if (condition.type === "is") {
    const codes = column.type === "text" ? column.codes : NONE;
    const [first, second = first, third = first] = condition.codes;
    for (let i = 0; i < mask.length; i++) {
      const code = codes[rows[from + i]!];
      mask[i]! &= +(code === first || code === second || code === third);
    }
    return;
  }
  const values = column.type === "numeric" ? column.values : NONE;
  const { threshold } = condition;
  if (condition.type === "over") {
    for (let i = 0; i < mask.length; i++) mask[i]! &= +(values[rows[from + i]!]! > threshold);
  } else {
    for (let i = 0; i < mask.length; i++) mask[i]! &= +(values[rows[from + i]!]! < threshold);
  }
}

const NONE = new Float64Array(0);

/**
 * The harmonic mean of precision and recall.
 * @param hits customers of the segment whom a rule names
 * @param named customers whom it names
 * @param size customers of the segment
 */
export function f1(hits: number, named: number, size: number): number {
  return named + size === 0 ? 0 : (2 * hits) / (named + size);
}
