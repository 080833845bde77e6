import type { Connection } from "../duckdb/connection.ts";
import { numberAndText, type Source } from "../source/source.ts";

const MISSING = "(?i)\\s*(|na|n/a|#n/a|<na>|null|nan)\\s*";
const FIRST_ROWS = 10_000;

/**
 * For each column whether its cells that are not missing are numbers, all of them, and lose nothing as such: none is
 * written with a leading zero ("007") or is larger than numbers are exact, 2^53.
 */
export async function plainNumberColumns(source: Source, connection: Connection): Promise<boolean[]> {
  const first = `(SELECT * FROM ${source.relation} LIMIT ${FIRST_ROWS})`;
  const all = [...source.names.keys()];
  const likely = await plainAmong(all, source, first, connection); // casting text takes longer than all else
  const plain = new Set(await plainAmong(likely, source, source.relation, connection));
  return all.map((i) => plain.has(i));
}

async function plainAmong(
  columns: readonly number[],
  source: Source,
  relation: string,
  connection: Connection,
): Promise<number[]> {
  const counts = columns.flatMap((i) => {
    const { number, text } = cell(source, i);
    const more = `abs(${number}) > ${Number.MAX_SAFE_INTEGER} OR ${["", "-", "+"].map((sign) => startsWithZero(text, sign)).join(" OR ")}`;
    return [`isfinite(${number})`, `CASE WHEN isfinite(${number}) THEN ${more} ELSE ${isText(text)} END`];
  });
  const counted = await countRows(relation, counts, connection);
  return columns.filter((_, k) => counted[k * 2] > 0 && counted[k * 2 + 1] === 0);
}

function cell(source: Source, i: number): { number: string; text: string } {
  const [number, text] = numberAndText(source, i);
  return { number: `(${number})`, text: `(${text})` };
}

function isText(text: string): string {
  return `NOT regexp_full_match(${text}, '${MISSING}')`;
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
