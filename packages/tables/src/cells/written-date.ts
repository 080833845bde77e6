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

const whole = (date: string): string => `\\s*${date}${TIME}\\s*`;
const SEEN = new RegExp(
  [YEAR_FIRST, NUMBERS, DAY_NAME, NAME_DAY]
    .map((date) => asRegExp(whole(date.replace("(?i:", "(?:"))).source)
    .join("|"),
  "iu",
);

/** Whether a text has the shape of a date. */
export function isWrittenDate(text: string): boolean {
  return SEEN.test(text);
}

/** SQL: the day (since 1970-01-01) of a date that can be read in one way only: the year first, or the month by its name. */
export function clearDaySql(text: string): string {
  const yearFirst = rewritten(text, "(\\d{4})\\D(\\d{1,2})\\D(\\d{1,2})", "\\1-\\2-\\3");
  const dayName = rewritten(text, "(\\d{1,2})[a-z]*[. -]+([A-Za-z]{3})[a-z]*[.]?[ ,-]+(\\d{4})", "\\1 \\2 \\3");
  const nameDay = rewritten(text, "([A-Za-z]{3})[a-z]*[.]? (\\d{1,2})[a-z]*,? (\\d{4})", "\\2 \\1 \\3");
  const date = `CASE
    WHEN ${matches(text, YEAR_FIRST)} THEN TRY_CAST(${yearFirst} AS DATE)
    WHEN ${matches(text, DAY_NAME)} THEN TRY_STRPTIME(${dayName}, '%d %b %Y')::DATE
    WHEN ${matches(text, NAME_DAY)} THEN TRY_STRPTIME(${nameDay}, '%d %b %Y')::DATE END`;
  return `(${date} - DATE '1970-01-01')`;
}

/** SQL: the day (since 1970-01-01) of a date in numbers whose year is last. Years of two digits are 1969 to 2068. */
export function numberDaySql(text: string, order: DateOrder): string {
  const dayMonth = order === "day-first" ? "\\1 \\2" : "\\2 \\1";
  const pieces = rewritten(text, "(\\d{1,2})\\D(\\d{1,2})\\D(\\d{2}|\\d{4})", `${dayMonth} \\3`);
  const date = `TRY_STRPTIME(${pieces}, ['%d %m %y', '%d %m %Y'])::DATE`;
  return `(CASE WHEN ${matches(text, NUMBERS)} THEN ${date} END - DATE '1970-01-01')`;
}

/** SQL: the days since 1970-01-01 of a date, the time of day as a fraction, in UTC where the text has a zone. */
export function writtenDateSql(text: string, order: DateOrder): string {
  const day = `coalesce(${clearDaySql(text)}, ${numberDaySql(text, order)})`;
  return `(${day} * 86400 + ${secondsSql(text)}) / 86400`;
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

/** The time of day in UTC, which may be before or after that day; 0 where there is none. */
function secondsSql(text: string): string {
  const piece = (group: number): string => `regexp_extract(${text}, ${literal(`${CLOCK}(?: ?${ZONE})?`)}, ${group})`;
  const number = (group: number): string => `coalesce(TRY_CAST(replace(${piece(group)}, ',', '.') AS DOUBLE), 0)`;
  const half = `CASE lower(${piece(4)}) WHEN 'p' THEN 12 - 12 * floor(${number(1)} / 12) WHEN 'a' THEN -12 * floor(${number(1)} / 12) ELSE 0 END`;
  const offset = `CASE ${piece(5)} WHEN '' THEN 0 ELSE (${number(6)} * 60 + ${number(7)}) * (${piece(5)} || '60')::INTEGER END`;
  return `CASE WHEN contains(${text}, ':') THEN (${number(1)} + ${half}) * 3600 + ${number(2)} * 60 + ${number(3)} - ${offset} ELSE 0 END`;
}
