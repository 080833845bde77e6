import type { NumericColumn, TextColumn } from "../table.ts";

/** A column that rules speak of. */
export type RuleColumn = NumericColumn | TextColumn;

/** One threshold of a rule while it is looked for; `feature` is the place of its column. */
export type Condition =
  | { readonly feature: number; readonly type: "over" | "under"; readonly threshold: number }
  | { readonly feature: number; readonly type: "is"; readonly codes: readonly number[] };

/**
 * Takes the cells of some rows out of a column, once for all conditions on it: numbers, or the codes of texts.
 * @param cells OUT for each of rows[from..from + cells.length)
 */
export function takeCells(cells: Float64Array, column: RuleColumn, rows: Int32Array, from: number): void {
  const values = column.type === "numeric" ? column.values : column.codes;
  for (let i = 0; i < cells.length; i++) cells[i] = values[rows[from + i]!]!;
}

/**
 * Strikes out the rows that do not fulfill a condition; a missing cell fulfills none.
 * Without a branch: half of the rows at random would make it wait for each.
 * @param mask INOUT 1, or 0 for a row that is struck out
 * @param cells IN as `takeCells` has them
 */
export function strike(mask: Uint8Array, condition: Condition, cells: Float64Array): void {
  if (condition.type === "is") {
    const [first, second = first, third = first] = condition.codes;
    for (let i = 0; i < mask.length; i++) {
      const code = cells[i];
      mask[i]! &= +(code === first || code === second || code === third);
    }
    return;
  }
  const { threshold } = condition;
  if (condition.type === "over") {
    for (let i = 0; i < mask.length; i++) mask[i]! &= +(cells[i]! > threshold);
  } else {
    for (let i = 0; i < mask.length; i++) mask[i]! &= +(cells[i]! < threshold);
  }
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
