import { shown } from "../tables-error.ts";
import type { Evidence } from "./evidence.ts";
import type { Reading } from "./reading.ts";
import type { DecimalMark } from "./written-number.ts";

/** What a column is, and a sentence where that had to be found out or chosen. */
export interface Verdict {
  readonly reading: Reading;
  readonly note: string | null;
}

/** What is known of how numbers are written in a file, apart from one column. */
export interface Surroundings {
  /** Columns whose numbers can be read with that mark only. */
  readonly comma: number;
  readonly point: number;
  readonly delimiter: string | null;
}

/** A column is of numbers, or dates, when at least this share of its cells that are not missing are. */
const SHARE = 0.8;

/** The mark that the cells of a column themselves demand; null where they do not, or where they are no numbers. */
export function demandedMark(evidence: Evidence): DecimalMark | null {
  const { onlyComma, onlyPoint } = evidence;
  if (!isOfNumbers(evidence) || onlyComma === onlyPoint) return null;
  return onlyComma > onlyPoint ? "comma" : "point";
}

/** Whether its numbers could be others, and none tells which. */
export function isUnclear(evidence: Evidence): boolean {
  return isOfNumbers(evidence) && demandedMark(evidence) === null && evidence.either > 0;
}

/** What a column of text is, from all of its cells. Nothing is read in a way that a note does not tell, but what programs write. */
export function verdictOn(name: string, evidence: Evidence, around: Surroundings): Verdict {
  if (isOfNumbers(evidence)) return numberVerdict(name, evidence, around);
  const { present, clearDates, dayFirst, monthFirst, eitherDates } = evidence;
  if (present > 0 && clearDates + Math.max(dayFirst, monthFirst) >= SHARE * present) {
    const how = monthFirst > dayFirst ? "month-first" : "day-first";
    const unclear = dayFirst === monthFirst && eitherDates > 0;
    const note = unclear
      ? `${shown(name)}: no date tells whether its day or its month is first; read with the day first.`
      : dayFirst + monthFirst === 0
        ? null
        : `${shown(name)}: read as dates with the ${how === "day-first" ? "day" : "month"} first.`;
    return { reading: { as: "date", how }, note };
  }
  return { reading: { as: "text" }, note: null };
}

function isOfNumbers({ present, point, comma }: Evidence): boolean {
  return present > 0 && Math.max(point, comma) >= SHARE * present;
}

function numberVerdict(name: string, evidence: Evidence, around: Surroundings): Verdict {
  const { present, plain, point, comma } = evidence;
  const demanded = demandedMark(evidence);
  // Nobody writes thousands apart in the numbers of JSON.
  const programs = around.delimiter === null && point === plain;
  const unclear = isUnclear(evidence) && !programs;
  const mark = demanded ?? (unclear && usualMark(around) === "comma" ? "comma" : "point");
  // The mark demanded by more cells may still leave too many that are no numbers by it.
  const fitting = mark === "comma" ? comma : point;
  if (fitting < SHARE * present) return { reading: { as: "text" }, note: null };
  const plainly = mark === "point" && point === plain;
  const reading = { as: "number", how: plainly ? "plain" : mark } as const;
  if (unclear) return { reading, note: unclearNote(name, mark, around) };
  if (plainly) return { reading, note: null };
  const how = mark === "comma" && demanded !== null ? "with decimal commas" : "as people write them";
  return { reading, note: `${shown(name)}: numbers read ${how}.` };
}

/** How numbers are written around a column: as in most other columns, else with commas where semicolons part the cells, else with points. */
function usualMark({ comma, point, delimiter }: Surroundings): DecimalMark {
  if (comma !== point) return comma > point ? "comma" : "point";
  return delimiter === ";" ? "comma" : "point";
}

/** For a column of numbers such as 1.234 alone, which is a fraction to some and over a thousand to others. */
export function unclearNote(name: string, mark: DecimalMark, { comma, point, delimiter }: Surroundings): string {
  const why =
    comma !== point
      ? "as the other columns are"
      : mark === "comma" && delimiter === ";"
        ? "as files parted by semicolons mostly are"
        : "as in English";
  return `${shown(name)}: nothing in it tells thousands from fractions (1.234, 1,234); read with a decimal ${mark}, ${why}.`;
}
