import { numberSql, type Reading, textSql } from "../cells/reading.ts";
import { settle } from "../cells/settle.ts";
import type { DecimalMark } from "../cells/written-number.ts";
import { meansMissingSql } from "../columns/missing.ts";
import type { Connection } from "../duckdb/connection.ts";
import type { Source } from "../source/source.ts";

const FIRST_ROWS = 10_000;

/** For each column of a source what stands before the fraction of its numbers; null where `readTable` takes it for something else. */
export async function decimalMarks(source: Source, connection: Connection): Promise<(DecimalMark | null)[]> {
  const all = [...source.names.keys()];
  const settled = await settle(source, connection, all);
  return settled.source.readings.map((reading) => {
    if (reading.as !== "number") return null;
    return reading.how === "comma" ? "comma" : "point";
  });
}

/**
 * For each column how its numbers are read, where all of its cells that are not missing are numbers and as such lose nothing
 * but the way they are written: none has a leading zero ("007") or is larger than numbers are exact, 2^53. Else null.
 */
export async function losslessNumbers(source: Source, connection: Connection): Promise<(Reading | null)[]> {
  // How the first rows are written is how all are, or text remains: looking through all of them takes long.
  const first = { ...source, relation: `(SELECT * FROM ${source.relation} LIMIT ${FIRST_ROWS})` };
  const { readings } = (await settle(first, connection, [...source.names.keys()])).source;
  const likely = readings.flatMap((reading, i) => (reading.as === "number" ? [i] : []));
  const counts = likely.flatMap((i) => {
    const number = `(${numberSql(`c${i}`, readings[i])})`;
    const text = `(${textSql(`c${i}`, readings[i])})`;
    const zeros = ["", "-", "+"].map((sign) => startsWithZero(text, sign)).join(" OR ");
    const more = `abs(${number}) > ${Number.MAX_SAFE_INTEGER} OR ${zeros}`;
    const isText = `${text} IS NOT NULL AND NOT ${meansMissingSql(text)}`;
    return [`isfinite(${number})`, `CASE WHEN isfinite(${number}) THEN ${more} ELSE ${isText} END`];
  });
  const counted = await countRows(source.relation, counts, connection);
  const lossless = new Set(likely.filter((_, k) => counted[k * 2] > 0 && counted[k * 2 + 1] === 0));
  return readings.map((reading, i) => (lossless.has(i) ? reading : null));
}

/** A zero and another digit: from "00" to before "0:", in the order of characters. */
function startsWithZero(text: string, sign: string): string {
  return `(${text} >= '${sign}00' AND ${text} < '${sign}0:')`;
}

/** In how many rows each of some conditions holds. */
async function countRows(relation: string, conditions: readonly string[], connection: Connection): Promise<number[]> {
  if (conditions.length === 0) return [];
  const counts = conditions.map((condition) => `count(*) FILTER (${condition})::DOUBLE`);
  for await (const chunk of connection.chunks(`SELECT ${counts.join(", ")} FROM ${relation}`)) {
    return conditions.map((_, i) => chunk.numbers(i)[0]);
  }
  throw new Error("expected a row of counts");
}
