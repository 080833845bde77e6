import { literal } from "../duckdb/sql-text.ts";
import { asRegExp } from "./written-number.ts";

/** What stands first in 03/04/2025. */
export type DateOrder = "day-first" | "month-first";

const HOUR = "(?:[01]?\\d|2[0-3])";
const CLOCK = `(${HOUR}):([0-5]\\d)(?::([0-5]\\d(?:[.,]\\d{1,9})?))?(?:[ \\x{202f}]?([AaPp])\\.?[Mm]\\.?)?`;
const ZONE = "(?:Z|z|UTC|GMT|([+-])(\\d{2}):?(\\d{2})?)";
const TIME = `(?:(?:[Tt]|,? +)${CLOCK}(?: ?${ZONE})?)?`;
const MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
const MONTHS = `(?:${MONTH}|January|February|March|April|June|July|August|Sept|September|October|November|December)`;

const YEAR_FIRST = `\\d{4}(?:-\\d{1,2}-|/\\d{1,2}/|\\.\\d{1,2}\\.)\\d{1,2}`;
const DAY_NAME = "(?i:\\d{1,2}(?:st|nd|rd|th)?[. -]{1,2}MONTHS[.]?[ ,-]{1,2}\\d{4})".replace("MONTHS", MONTHS);
const NAME_DAY = "(?i:MONTHS[.]? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})".replace("MONTHS", MONTHS);
const NUMBERS = `(?:\\d{1,2}(?:\\.\\d{1,2}\\.|/\\d{1,2}/|-\\d{1,2}-)\\d{4}|\\d{2}(?:\\.\\d{2}\\.|/\\d{2}/)\\d{2})`;

/** What DuckDB itself reads rightly, and much faster than pieces are put together. */
const STANDARD =
  "\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,6})?(?:Z|[+-]\\d{2}(?::?\\d{2})?)?)?)?";

const whole = (date: string): string => `\\s*${date}${TIME}\\s*`;
const SEEN: readonly RegExp[] = [YEAR_FIRST, NUMBERS, DAY_NAME, NAME_DAY].map(
  (date) => new RegExp(asRegExp(whole(date.replace("(?i:", "(?:"))).source, "iu"),
);

/** Whether a text has the shape of a date. */
export function isWrittenDate(text: string): boolean {
  return SEEN.some((pattern) => pattern.test(text));
}

/**
 * SQL: the days since 1970-01-01 of a date in any way of writing, the time of day as a fraction, in UTC where the text has a
 * zone. Years of two digits are 1969 to 2068.
 */
export function writtenDateSql(text: string, order: DateOrder): string {
  const date = `CASE ${[...clearCases(text), numbersCase(text, order)].join(" ")} END`;
  return `CASE
    WHEN ${isStandardSql(text)} THEN epoch_us(TRY_CAST(${text} AS TIMESTAMPTZ)) / 86400000000
    ELSE ${daysSql(`(${date})`, text)} END`;
}

/** SQL: whether a text is a date that can be read in one way only, the year first or the month by its name. */
export function isClearDateSql(text: string): string {
  const isStandard = `WHEN ${isStandardSql(text)} THEN TRY_CAST(${text} AS TIMESTAMPTZ)::DATE`;
  return `(CASE ${[isStandard, ...clearCases(text)].join(" ")} END) IS NOT NULL`;
}

/** SQL: whether a text is a date in numbers whose year is last. */
export function isNumbersDateSql(text: string, order: DateOrder): string {
  return `(CASE ${numbersCase(text, order)} END) IS NOT NULL`;
}

function isStandardSql(text: string): string {
  return `regexp_full_match(${text}, ${literal(STANDARD)})`;
}

/** The day alone, as branches of a CASE: every pattern in a query costs time, however few the rows. */
function clearCases(text: string): string[] {
  const yearFirst = rewritten(text, "(\\d{4})\\D(\\d{1,2})\\D(\\d{1,2})", "\\1-\\2-\\3");
  const dayName = rewritten(text, "(\\d{1,2})[a-z]*[. -]+([A-Za-z]{3})[a-z]*[.]?[ ,-]+(\\d{4})", "\\1 \\2 \\3");
  const nameDay = rewritten(text, "([A-Za-z]{3})[a-z]*[.]? (\\d{1,2})[a-z]*,? (\\d{4})", "\\2 \\1 \\3");
  return [
    `WHEN ${matches(text, YEAR_FIRST)} THEN TRY_CAST(${yearFirst} AS DATE)`,
    `WHEN ${matches(text, DAY_NAME)} THEN TRY_STRPTIME(${dayName}, '%d %b %Y')::DATE`,
    `WHEN ${matches(text, NAME_DAY)} THEN TRY_STRPTIME(${nameDay}, '%d %b %Y')::DATE`,
  ];
}

function numbersCase(text: string, order: DateOrder): string {
  const by = order === "day-first" ? "\\3-\\2-\\1" : "\\3-\\1-\\2";
  const date = rewritten(text, "(\\d{1,2})\\D(\\d{1,2})\\D(\\d{4}|\\d{2})", by);
  const short = `WHEN ${date} LIKE '__-%' THEN TRY_STRPTIME(${date}, '%y-%m-%d')::DATE`;
  return `WHEN ${matches(text, NUMBERS)} THEN CASE ${short} ELSE TRY_CAST(${date} AS DATE) END`;
}

/** SQL: whether the day stands before a point, as it never does where the month is first. */
export function isDottedSql(text: string): string {
  return `regexp_matches(${text}, '^\\s*\\d{1,2}\\.')`;
}

function matches(text: string, date: string): string {
  return `regexp_full_match(${text}, ${literal(whole(date))})`;
}

/** The date alone, its pieces in another order. */
function rewritten(text: string, date: string, by: string): string {
  return `regexp_replace(${text}, ${literal(`^\\s*${date}(?:\\D.*)?$`)}, ${literal(by)})`;
}

/** A date together with the time of day in a text, which in UTC may be before or after that day. */
function daysSql(date: string, text: string): string {
  const piece = (group: number): string => `regexp_extract(${text}, ${literal(`${CLOCK}(?: ?${ZONE})?`)}, ${group})`;
  const number = (group: number): string => `coalesce(TRY_CAST(${piece(group)} AS DOUBLE), 0)`;
  const late = `12 * floor(${number(1)} / 12)`;
  const half = `CASE lower(${piece(4)}) WHEN 'p' THEN 12 - ${late} WHEN 'a' THEN -${late} ELSE 0 END * 3600`;
  const offset = `CASE ${piece(5)} WHEN '' THEN 0 ELSE (${number(6)} * 60 + ${number(7)}) * (${piece(5)} || '60')::INTEGER END`;
  const clock = `replace(regexp_extract(${text}, '\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?'), ',', '.')`;
  const more = `CASE WHEN regexp_matches(${text}, ':.*[A-Za-z+-]') THEN ${half} - ${offset} ELSE 0 END`;
  const seconds = `CASE WHEN contains(${text}, ':') THEN epoch(TRY_CAST(${clock} AS TIME)) + ${more} ELSE 0 END`;
  return `((${date} - DATE '1970-01-01') * 86400 + ${seconds}) / 86400`;
}
