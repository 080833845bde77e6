const FORMULA_STARTS: readonly string[] = ["=", "+", "-", "@", "\t", "\r"];
/** Digits with separators, at most a sign, a currency, a percent sign and an exponent: nothing that computes. */
const WRITTEN_NUMBER = /^\s*[+-]?[\p{Sc}\s]*[.,]?\d[\d.,'’\s]*(?:e[+-]?\d+)?[%\p{Sc}\s]*-?\s*$/iu;
/** A number with a decimal point and no other separators. */
const POINT_NUMBER = /^\s*[+-]?(?:\d+\.\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i;

/** Text of our own making that no spreadsheet takes for a formula: an apostrophe before = + - @, tab and return. */
export function withoutFormula(text: string): string {
  return FORMULA_STARTS.includes(text[0] ?? "") ? `'${text}` : text;
}

/**
 * A file's own cell as it goes to a person with Excel: in a column of numbers a decimal comma for the point, and an
 * apostrophe before what Excel would compute and is no number.
 */
export function excelText(text: string, numeric: boolean): string {
  if (numeric && POINT_NUMBER.test(text)) return text.replace(".", ",");
  return WRITTEN_NUMBER.test(text) ? text : withoutFormula(text);
}
