import { isYesNo } from "../preparation/yes-no.ts";
import { MOST_CATEGORIES } from "../profile/categories.ts";
import type { Column, NumericColumn, TextColumn } from "../table.ts";
import type { ChoiceReason } from "./choice.ts";
import { identifierReason } from "./identifier.ts";
import { writtenNumber } from "./written-number.ts";

/** Whether a column is clustered by, and why. */
export interface Verdict {
  readonly taken: boolean;
  readonly reason: ChoiceReason;
  readonly words: string;
}

/** Above this share of cells without a number the default leaves a column out: it would cost most rows. */
const SPARSE = 0.5;

/** The verdict on a column that is not clustered by. */
export function left(reason: ChoiceReason, words: string): Verdict {
  return { taken: false, reason, words };
}

/** Why a column is no feature unless it is asked for, whatever its values; null where they decide. */
export function neverTaken(column: Column, idColumn: Column | null): Verdict | null {
  if (column === idColumn) return left("id", "it names the customers");
  if (column.type === "identifier") return left("identifier", "text with so many values that it is an identifier");
  if (column.type === "text") return left("text", textWords(column));
  if (column.type === "date") return left("date", "dates; days since one of them would be a number");
  const reason = identifierReason(column.name, column.values);
  return reason === null ? null : left("identifier", reason);
}

function textWords(column: TextColumn): string {
  const { categories } = column;
  const count = categories.length;
  if (count === 0) return "every cell is empty";
  if (count === 1) return "text, the same in every row";
  if (isYesNo(column)) return "yes and no, kept for the profile; asked for, they count as 1 and 0";
  if (writtenNumber(categories) !== undefined) return "text that may be numbers; to use it, write them like 1234.5";
  if (count > MOST_CATEGORIES)
    return `text with ${count.toLocaleString("en-US")} different values, too many to profile`;
  return "text, kept for the profile";
}

/** Whether the values of a numeric column can tell rows apart. */
export function usable({ values }: NumericColumn): Verdict {
  let first = Number.NaN;
  let varies = false;
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    if (count++ === 0) first = value;
    else if (value !== first) varies = true;
  }
  const rows = values.length;
  if (count === 0) return left("sparse", "no cell has a number");
  if (rows - count > rows * SPARSE) {
    return left("sparse", `${Math.min(Math.round((100 * (rows - count)) / rows), 99)} % of its cells have no number`);
  }
  if (!varies) return left("constant", `every value is ${first}`);
  return { taken: true, reason: "numeric", words: "numbers that vary" };
}
