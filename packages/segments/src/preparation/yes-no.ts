import type { BadCell, NumericColumn, TextColumn } from "../table.ts";

/** Words that mean yes, in small letters: in English, German and French, and as programs write it. */
export const yesWords: readonly string[] = ["yes", "y", "true", "1", "ja", "oui"];
/** Words that mean no, likewise. */
export const noWords: readonly string[] = ["no", "n", "false", "0", "nein", "non"];

const MOST_LISTED = 1000;

/** Whether a text column holds nothing but yes and no, in whatever letter case. */
export function isYesNo({ categories }: TextColumn): boolean {
  return categories.length > 0 && categories.every((value) => !Number.isNaN(truth(value)));
}

/** The column with yes as 1 and no as 0; any other text is an unreadable cell. */
export function yesNoNumbers({ name, codes, categories }: TextColumn): NumericColumn {
  const truths = categories.map(truth);
  const values = new Float64Array(codes.length);
  const unreadable: BadCell[] = [];
  let [missing, unreadableCount] = [0, 0];
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    const value = code < 0 ? Number.NaN : truths[code]!;
    values[row] = value;
    if (code < 0) missing++;
    else if (Number.isNaN(value) && unreadableCount++ < MOST_LISTED) unreadable.push({ row, value: categories[code]! });
  }
  return { name, type: "numeric", values, missing, unreadable, unreadableCount };
}

/** A column of numbers as yes and no: 1 and 0; any other number is an unreadable cell. */
export function zeroAndOne(column: NumericColumn): NumericColumn {
  const strange = (value: number): boolean => value !== 0 && value !== 1 && !Number.isNaN(value);
  if (!column.values.some(strange)) return column;
  const unreadable = [...column.unreadable];
  let { unreadableCount } = column;
  const values = column.values.map((value, row) => {
    if (!strange(value)) return value;
    if (unreadableCount++ < MOST_LISTED) unreadable.push({ row, value: String(value) });
    return Number.NaN;
  });
  return { ...column, values, unreadable: unreadable.sort((a, b) => a.row - b.row), unreadableCount };
}

function truth(text: string): number {
  const word = text.trim().toLowerCase();
  return yesWords.includes(word) ? 1 : noWords.includes(word) ? 0 : Number.NaN;
}
