import type { NumericColumn, TextColumn } from "../table.ts";

/**
 * A column of numbers with each different number as a category, written as JavaScript writes it; null where there are
 * more than `most`. Cells without a number have none.
 */
export function numberCategories(column: NumericColumn, most: number = Number.POSITIVE_INFINITY): TextColumn | null {
  const { name, values } = column;
  const codes = new Int32Array(values.length);
  const found = new Map<number, number>();
  let missing = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) {
      codes[row] = -1;
      missing++;
      continue;
    }
    let code = found.get(value);
    if (code === undefined) {
      if (found.size >= most) return null;
      code = found.size;
      found.set(value, code);
    }
    codes[row] = code;
  }
  return { name, type: "text", codes, categories: Array.from(found.keys(), String), missing };
}
