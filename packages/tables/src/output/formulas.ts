import type { DecimalMark } from "../cells/written-number.ts";

const FORMULA_STARTS: readonly string[] = ["=", "+", "-", "@", "\t", "\r"];
/** Digits with separators, at most a sign, a currency, a percent sign and an exponent: nothing that computes. */
const WRITTEN_NUMBER = /^\s*[+-]?[\p{Sc}\s]*[.,]?\d[\d.,'’\s]*(?:e[+-]?\d+)?[%\p{Sc}\s]*-?\s*$/iu;
/** Text of our own making that no spreadsheet takes for a formula: an apostrophe before = + - @, tab and return. */
export function withoutFormula(text: string): string {
  return FORMULA_STARTS.includes(text[0] ?? "") ? `'${text}` : text;
}

/**
 * A file's own cell as it goes to a person with Excel: in a column of numbers with decimal points a comma for the point (and
 * no comma between thousands), and an apostrophe before what Excel would compute and is no number. `mark` is what stands
 * before the fraction in the column; null where it is not of numbers.
 */
export function excelText(text: string, mark: DecimalMark | null): string {
  if (!WRITTEN_NUMBER.test(text)) return withoutFormula(text);
  return mark === "point" ? text.replaceAll(",", "").replace(".", ",") : text;
}
