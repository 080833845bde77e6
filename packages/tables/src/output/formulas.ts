import { type DecimalMark, isWrittenWith } from "../cells/written-number.ts";

/** Also the wide ones, which a Japanese Excel takes for the others. */
const FORMULA_STARTS: readonly string[] = [..."=+-@\t\r\n＝＋－＠"];

/**
 * Digits with separators, at most a sign, a currency, a percent sign and an exponent: nothing that computes. What can repeat
 * is followed by nothing that begins alike, or a long cell would take very long.
 */
const WRITTEN_NUMBER = /^[+-]?[\p{Sc}\s]*[.,]?\d[\d.,'’\s]*(?:e[+-]?\d+\s*)?(?:[%\p{Sc}][%\p{Sc}\s]*)?-?$/iu;

/** Text of our own making that no spreadsheet takes for a formula: an apostrophe before = + - @, tab and line ends. */
export function withoutFormula(text: string): string {
  return FORMULA_STARTS.includes(text[0] ?? "") ? `'${text}` : text;
}

/**
 * A file's own cell as it goes to a person with Excel: a number of a column with decimal points has a comma for the point (and
 * no comma between thousands), and what Excel would compute and is no number has an apostrophe before it. `mark` is what
 * stands before the fraction in the column; null where it is not of numbers.
 */
export function excelText(text: string, mark: DecimalMark | null): string {
  const safe = WRITTEN_NUMBER.test(text.trim()) ? text : withoutFormula(text);
  if (mark !== "point" || !isWrittenWith(text, "point")) return safe;
  return safe.replaceAll(",", "").replace(/\.(?=\d)|(?<=\d)\./, ",");
}
