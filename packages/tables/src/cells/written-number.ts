import { literal } from "../duckdb/sql-text.ts";

/** What stands before the fraction of a number: 1.234,56 or 1,234.56. */
export type DecimalMark = "comma" | "point";

const SPACE = " \\t\\x{a0}\\x{2009}\\x{202f}";
const MINUS = "\\-\\x{2212}";
const APOSTROPHE = "'\\x{2019}";
const SYMBOL = "[$€£¥₹₽₩₺₴₪₫₱฿¢]";
const CODE =
  "(?:EUR|USD|GBP|CHF|JPY|CNY|INR|AUD|CAD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|TRY|RUB|UAH|BRL|MXN|ARS|CLP|COP|PEN|ZAR|KRW|SGD|HKD|TWD|THB|IDR|MYR|PHP|VND|ILS|AED|SAR|EGP|NGN|KES|MAD|ISK|Euro|euro|kr|Kr|zł|Kč|Ft|Fr|Rs)";
const MONEY = `(?:[A-Z]{0,3}${SYMBOL}|${CODE})`;

/** The digits of a number, thousands apart or not. No group begins with 0: "030 123 456" is a telephone's. */
function digits(mark: DecimalMark): string {
  const [decimal, thousands] = mark === "comma" ? [",", "\\."] : ["\\.", ","];
  const grouped = [thousands, `[${SPACE}]`, `[${APOSTROPHE}]`].map((apart) => `[1-9]\\d{0,2}(?:${apart}\\d{3})+`);
  if (mark === "point") grouped.push("[1-9]\\d?(?:,\\d{2})+,\\d{3}"); // lakhs, of India
  return `(?:(?:${grouped.join("|")}|\\d+)(?:${decimal}\\d*)?|${decimal}\\d+)(?:[eE][+-]?\\d{1,3})?`;
}

/** A whole cell that is a number: money and percent before or behind, a sign at either end, or parentheses for one. */
function cell(mark: DecimalMark): string {
  const gap = `[${SPACE}]?`;
  const before = `(?:${MONEY}${gap})?`;
  const behind = `(?:${gap}(?:${MONEY}\\.?|%))?`;
  const sign = `[+${MINUS}]${gap}`;
  const amount = `${before}${digits(mark)}${behind}`;
  const forms = [
    `(?:${sign})?${amount}`,
    `${MONEY}${gap}${sign}${digits(mark)}${behind}`,
    `${amount}${gap}[${MINUS}]`,
    `\\(${gap}${amount}${gap}\\)`,
  ];
  return `[${SPACE}]*(?:${forms.join("|")})[${SPACE}]*`;
}

const CELLS: Readonly<Record<DecimalMark, string>> = { comma: cell("comma"), point: cell("point") };
/** One mark, three digits behind it and one to three before: the one thing that both ways of writing have, and read otherwise. */
const EITHER = `[^\\d.,]*[1-9]\\d{0,2}[.,]\\d{3}[^\\d.,]*`;

/** A pattern of RE2 as one of JavaScript: they write characters by their numbers in different ways. */
export function asRegExp(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern.replaceAll("\\x{", "\\u{")})$`, "u");
}

const SEEN: Readonly<Record<DecimalMark, RegExp>> = { comma: asRegExp(CELLS.comma), point: asRegExp(CELLS.point) };

/** Whether a text is a number that is written so. */
export function isWrittenWith(text: string, mark: DecimalMark): boolean {
  return SEEN[mark].test(text);
}

/** Whether people would take a text for a number, by one way of writing or the other. */
export function isWrittenNumber(text: string): boolean {
  return isWrittenWith(text, "comma") || isWrittenWith(text, "point");
}

/** SQL: whether a text is a number that is written so. */
export function fitsSql(text: string, mark: DecimalMark): string {
  return `regexp_full_match(${text}, ${literal(CELLS[mark])})`;
}

/** SQL: whether a text that is a number is another one by the other way of writing. */
export function fitsEitherSql(text: string): string {
  return `regexp_full_match(${text}, ${literal(EITHER)})`;
}

/** SQL: the number that a text is, NULL where it is none that is written so. 12,5 % is 12.5: the unit stays. */
export function writtenNumberSql(text: string, mark: DecimalMark): string {
  const core = `regexp_extract(${text}, ${literal(`(?:\\d|[.,]\\d)[\\d.,${SPACE}${APOSTROPHE}]*(?:[eE][+-]?\\d+)?`)})`;
  const [decimal, thousands] = mark === "comma" ? [",", "."] : [".", ","];
  const apart = `${thousands} \t\u00a0\u2009\u202f'\u2019`;
  const plain = `translate(${core}, ${literal(decimal + apart)}, '.')`;
  const negative = `regexp_matches(${text}, ${literal(`^[^\\d.,]*[(${MINUS}]|[${MINUS}][${SPACE}]*$`)})`;
  const value = `TRY_CAST(${plain} AS DOUBLE) * CASE WHEN ${negative} THEN -1 ELSE 1 END`;
  return `CASE WHEN ${fitsSql(text, mark)} THEN ${value} END`;
}
