import { meansMissingSql } from "../columns/missing.ts";
import { plainNumberSql } from "./reading.ts";
import { clearDateSql, isDottedSql, numberDateSql } from "./written-date.ts";
import { fitsEitherSql, fitsSql } from "./written-number.ts";

/** What the cells of a column could be, all of them counted. */
export interface Evidence {
  /** Cells that are not missing. */
  readonly present: number;
  /** Numbers as programs write them. */
  readonly plain: number;
  /** Numbers with a decimal point, and those without one or thousands. */
  readonly point: number;
  /** Numbers with a decimal comma, and those without one or thousands. */
  readonly comma: number;
  /** Numbers by one of the two only. */
  readonly onlyPoint: number;
  readonly onlyComma: number;
  /** Numbers by both, but not the same one: "1.234". */
  readonly either: number;
  /** Dates that can be read in one way only. */
  readonly clearDates: number;
  /** Dates in numbers with the day first, and with the month first: one date may be both. */
  readonly dayFirst: number;
  readonly monthFirst: number;
  /** Dates of both kinds whose day is not followed by a point. */
  readonly eitherDates: number;
}

const PRESENT = 1;
const PLAIN = 2;
const POINT = 4;
const COMMA = 8;
const EITHER = 16;
const CLEAR_DATE = 32;
const DAY_FIRST = 64;
const MONTH_FIRST = 128;
const DOTTED = 256;

/** For each count which bits of a cell must be set, and which must not. */
const COUNTED: readonly (readonly [keyof Evidence, number, number])[] = [
  ["present", PRESENT, 0],
  ["plain", PLAIN, 0],
  ["point", POINT, 0],
  ["comma", COMMA, 0],
  ["onlyPoint", POINT, COMMA],
  ["onlyComma", COMMA, POINT],
  ["either", EITHER, 0],
  ["clearDates", CLEAR_DATE, 0],
  ["dayFirst", DAY_FIRST, 0],
  ["monthFirst", MONTH_FIRST, 0],
  ["eitherDates", DAY_FIRST | MONTH_FIRST, DOTTED],
];

/** A query of one row for all columns (SQL of their texts): the number of rows, and then the counts of each, as DOUBLE. */
export function evidenceSql(texts: readonly string[], relation: string): string {
  const bits = texts.map((_, i) => `${bitsSql(`t${i}`)} AS b${i}`);
  const counts = texts.flatMap((_, i) =>
    COUNTED.map(([, set, unset]) => `(count(*) FILTER (b${i} & ${set} = ${set} AND b${i} & ${unset} = 0))::DOUBLE`),
  );
  const columns = texts.map((text, i) => `${text} AS t${i}`).join(", ") || "1";
  return `SELECT ${["count(*)::DOUBLE", ...counts].join(", ")} FROM (SELECT ${bits.join(", ") || "1"} FROM (SELECT ${columns} FROM ${relation}))`;
}

/** Takes the answer apart: `value(i)` is its i-th column. */
export function evidenceOf(columns: number, value: (index: number) => number): Evidence[] {
  return Array.from({ length: columns }, (_, column) => {
    const count = (name: keyof Evidence): number =>
      value(1 + column * COUNTED.length + COUNTED.findIndex(([counted]) => counted === name));
    return {
      present: count("present"),
      plain: count("plain"),
      point: count("point"),
      comma: count("comma"),
      onlyPoint: count("onlyPoint"),
      onlyComma: count("onlyComma"),
      either: count("either"),
      clearDates: count("clearDates"),
      dayFirst: count("dayFirst"),
      monthFirst: count("monthFirst"),
      eitherDates: count("eitherDates"),
    };
  });
}

/** What a cell could be. A number without any mark, the most frequent, is known as one both ways without a pattern. */
function bitsSql(text: string): string {
  const bit = (condition: string, value: number): string => `CASE WHEN ${condition} THEN ${value} ELSE 0 END`;
  const plain = `coalesce(isfinite(${plainNumberSql(text)}), false) AND NOT starts_with(${text}, '+-')`;
  const comma = bit(fitsSql(text, "comma"), COMMA);
  const both = `CASE WHEN ${comma} > 0 AND ${fitsEitherSql(text)} THEN ${EITHER} ELSE 0 END`;
  return `CASE
    WHEN ${text} IS NULL THEN 0
    WHEN ${plain} THEN ${PRESENT | PLAIN | POINT} + CASE WHEN NOT contains(${text}, '.') THEN ${COMMA} ELSE ${comma} + ${both} END
    WHEN ${meansMissingSql(text)} THEN 0
    ELSE ${PRESENT} + ${bit(fitsSql(text, "point"), POINT)} + ${comma}
      + ${bit(`${fitsSql(text, "point")} AND ${fitsSql(text, "comma")} AND ${fitsEitherSql(text)}`, EITHER)}
      + ${bit(`${clearDateSql(text)} IS NOT NULL`, CLEAR_DATE)}
      + ${bit(`${numberDateSql(text, "day-first")} IS NOT NULL`, DAY_FIRST)}
      + ${bit(`${numberDateSql(text, "month-first")} IS NOT NULL`, MONTH_FIRST)}
      + ${bit(isDottedSql(text), DOTTED)}
  END`;
}
