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

/** SQL: the days since 1970-01-01 of a date that can be read in one way only: the year first, or the month by its name. */
export function clearDateSql(text: string): string {
  const yearFirst = `TRY_CAST(${replaced(text, "(\\d{4})\\D(\\d{1,2})\\D(\\d{1,2})", "\\1-\\2-\\3")} AS DATE)`;
  const dayName = replaced(text, "(\\d{1,2})[a-z]*[. -]+([A-Za-z]{3})[a-z]*[.]?[ ,-]+(\\d{4})", "\\1 \\2 \\3");
  const nameDay = replaced(text, "([A-Za-z]{3})[a-z]*[.]? (\\d{1,2})[a-z]*,? (\\d{4})", "\\2 \\1 \\3");
  return `CASE
    WHEN ${matches(text, YEAR_FIRST)} THEN ${days(yearFirst, text)}
    WHEN ${matches(text, DAY_NAME)} THEN ${days(`TRY_STRPTIME(${dayName}, '%d %b %Y')::DATE`, text)}
    WHEN ${matches(text, NAME_DAY)} THEN ${days(`TRY_STRPTIME(${nameDay}, '%d %b %Y')::DATE`, text)} END`;
}

/** SQL: the days since 1970-01-01 of a date in numbers whose year is last. Years of two digits are 1969 to 2068. */
export function numberDateSql(text: string, order: DateOrder): string {
  const dayMonth = order === "day-first" ? "\\1 \\2" : "\\2 \\1";
  const pieces = replaced(text, "(\\d{1,2})\\D(\\d{1,2})\\D(\\d{2}|\\d{4})", `${dayMonth} \\3`);
  const short = `regexp_matches(${pieces}, ' \\d{2}$')`;
  const date = `CASE WHEN ${short} THEN TRY_STRPTIME(${pieces}, '%d %m %y') ELSE TRY_STRPTIME(${pieces}, '%d %m %Y') END::DATE`;
  return `CASE WHEN ${matches(text, NUMBERS)} THEN ${days(date, text)} END`;
}

/** SQL: the days since 1970-01-01 of a date, the time of day as a fraction, in UTC where the text has a zone. */
export function writtenDateSql(text: string, order: DateOrder): string {
  return `coalesce(${clearDateSql(text)}, ${numberDateSql(text, order)})`;
}

/** SQL: whether the day stands before a point, as it never does where the month is first. */
export function isDottedSql(text: string): string {
  return `regexp_matches(${text}, '^\\s*\\d{1,2}\\.')`;
}

function matches(text: string, date: string): string {
  return `regexp_full_match(${text}, ${literal(whole(date))})`;
}

/** The date alone, its pieces in another order. */
function replaced(text: string, date: string, by: string): string {
  return `regexp_replace(${text}, ${literal(`^\\s*${date}(?:\\D.*)?$`)}, ${literal(by)})`;
}

function days(date: string, text: string): string {
  const clock = literal(`${CLOCK}(?: ?${ZONE})?`);
  const piece = (group: number): string =>
    `coalesce(TRY_CAST(replace(regexp_extract(${text}, ${clock}, ${group}), ',', '.') AS DOUBLE), 0)`;
  const letter = (group: number): string => `lower(regexp_extract(${text}, ${clock}, ${group}))`;
  const hour = `(CASE ${letter(4)} WHEN 'p' THEN ${piece(1)} % 12 + 12 WHEN 'a' THEN ${piece(1)} % 12 ELSE ${piece(1)} END)`;
  const offset = `(${piece(6)} * 3600 + ${piece(7)} * 60) * CASE ${letter(5)} WHEN '-' THEN -1 ELSE 1 END`;
  const seconds = `CASE WHEN contains(${text}, ':') THEN ${hour} * 3600 + ${piece(2)} * 60 + ${piece(3)} - ${offset} ELSE 0 END`;
  return `((${date} - DATE '1970-01-01') * 86400 + ${seconds}) / 86400`;
}
