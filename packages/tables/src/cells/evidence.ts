import { meansMissingSql } from "../columns/missing.ts";
import { plainNumberSql } from "./reading.ts";
import { isClearDateSql, isDottedSql, isNumbersDateSql } from "./written-date.ts";
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
  // What is asked for more than once is a column of a stage of its own.
  const stages = [
    texts.map((text, i) => `${text} AS t${i}`),
    texts.flatMap((_, i) => [`t${i}`, `${isPlainSql(`t${i}`)} AS n${i}`]),
    texts.flatMap((_, i) => [`t${i}`, `n${i}`, ...numberSqls(i)]),
    texts.flatMap((_, i) => [`t${i}`, `n${i}`, `p${i}`, `c${i}`, ...dateSqls(i)]),
    texts.map((_, i) => `${bitsSql(i)} AS b${i}`),
  ];
  const rows = stages.reduce((from, columns) => `(SELECT ${columns.join(", ") || "1"} FROM ${from})`, relation);
  const counts = texts.flatMap((_, i) =>
    COUNTED.map(([, set, unset]) => `(count(*) FILTER (b${i} & ${set} = ${set} AND b${i} & ${unset} = 0))::DOUBLE`),
  );
  return `SELECT ${["count(*)::DOUBLE", ...counts].join(", ")} FROM ${rows}`;
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

function isPlainSql(text: string): string {
  return `coalesce(isfinite(${plainNumberSql(text)}), false)`;
}

/** A plain number without a point, the most frequent cell, is known for a number both ways without any pattern. */
function numberSqls(i: number): string[] {
  return [
    `CASE WHEN n${i} THEN true ELSE ${fitsSql(`t${i}`, "point")} END AS p${i}`,
    `CASE WHEN n${i} AND NOT contains(t${i}, '.') THEN true ELSE ${fitsSql(`t${i}`, "comma")} END AS c${i}`,
  ];
}

function dateSqls(i: number): string[] {
  const unlessNumber = (isDate: string): string => `CASE WHEN p${i} OR c${i} THEN false ELSE ${isDate} END`;
  return [
    `${unlessNumber(isClearDateSql(`t${i}`))} AS y${i}`,
    `${unlessNumber(isNumbersDateSql(`t${i}`, "day-first"))} AS d${i}`,
    `${unlessNumber(isNumbersDateSql(`t${i}`, "month-first"))} AS m${i}`,
  ];
}

function bitsSql(i: number): string {
  const bit = (condition: string, value: number): string => `CASE WHEN ${condition} THEN ${value} ELSE 0 END`;
  const either = `CASE WHEN p${i} AND c${i} THEN ${fitsEitherSql(`t${i}`)} ELSE false END`;
  const dotted = `CASE WHEN d${i} THEN ${isDottedSql(`t${i}`)} ELSE false END`;
  const bits = [
    bit(`n${i}`, PLAIN),
    bit(`p${i}`, POINT),
    bit(`c${i}`, COMMA),
    bit(either, EITHER),
    bit(`y${i}`, CLEAR_DATE),
    bit(`d${i}`, DAY_FIRST),
    bit(`m${i}`, MONTH_FIRST),
    bit(dotted, DOTTED),
  ];
  const present = [PRESENT, ...bits].join(" + ");
  return `CASE
    WHEN t${i} IS NULL THEN 0
    WHEN p${i} OR c${i} OR y${i} OR d${i} OR m${i} THEN ${present}
    WHEN ${meansMissingSql(`t${i}`)} THEN 0
    ELSE ${PRESENT} END`;
}
