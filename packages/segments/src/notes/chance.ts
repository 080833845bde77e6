import type { Pace } from "../pace.ts";
import type { Column } from "../table.ts";

/** Up to so many rows repeats are always counted: it takes no time. */
const MANY_ROWS = 100_000;

/** Where columns can hold this many times as many different rows as there are, few rows repeat by chance. */
const ROOM = 10;

/**
 * Whether rows that are the same say anything. Millions of customers of some age, income and score are bound to be the same
 * as others: among many rows it takes columns that could hold at least ten times as many different ones. What a column
 * could hold are its categories, or the whole numbers of its range; one with a fraction could hold any.
 */
export async function repeatsTell(rows: number, columns: readonly Column[], pace: Pace): Promise<boolean> {
  if (rows <= MANY_ROWS) return true;
  let possible = 1;
  for (const column of columns) {
    if (possible >= ROOM * rows) return true;
    if (column.type === "text") possible *= column.categories.length + 1;
    else if (column.type !== "identifier") possible *= different(column.values);
    await pace.breathe();
  }
  return possible >= ROOM * rows;
}

/** How many different values a column of numbers could hold, a missing one too. */
function different(values: Float64Array): number {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    if (!Number.isInteger(value)) return Number.POSITIVE_INFINITY;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return min > max ? 1 : max - min + 2;
}
