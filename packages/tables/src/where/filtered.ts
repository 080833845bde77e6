import { numberSql, type Reading } from "../cells/reading.ts";
import { type Settled, settle } from "../cells/settle.ts";
import { presentTextSql } from "../columns/missing.ts";
import { type Connection, DuckDbFault } from "../duckdb/connection.ts";
import type { Source } from "../source/source.ts";
import type { Held } from "./compared.ts";
import { columnsNamed, conditionSql } from "./condition.ts";
import { badCondition, parseCondition } from "./syntax-tree.ts";

/**
 * A source with only the rows that meet a condition. Its columns are first looked through, all rows of them: what is a
 * number or a date to the reader is one to the condition too, and what a cell lacks is NULL.
 *
 * Throws BAD_CONDITION.
 */
export async function filtered(source: Source, connection: Connection, where: string, file: string): Promise<Settled> {
  const tree = await parseCondition(where, connection);
  const places = [...columnsNamed(tree, source.names, file)];
  const settled = await settle(source, connection, places);
  const held = new Map(places.map((place) => [place, holds(settled.source.readings[place])]));
  const condition = conditionSql(tree, source.names, file, (place) => held.get(place) ?? "text");
  await tryOut(connection, condition, held);
  const values = places.map((place) => `${valueSql(`c${place}`, settled.source.readings[place])} AS v${place}`);
  const columns = source.names.map((_, i) => `c${i}`);
  const relation = `(SELECT ${columns.join(", ")} FROM (SELECT ${[...columns, ...values].join(", ")} FROM ${source.relation}) WHERE TRY(${condition}))`;
  return { ...settled, source: { ...settled.source, relation } };
}

function holds({ as }: Reading): Held {
  return as === "number" ? "numbers" : as === "date" ? "dates" : "text";
}

/** SQL: what a condition takes a cell for: DOUBLE, TIMESTAMP or VARCHAR, NULL where it is missing or unreadable. */
function valueSql(column: string, reading: Reading): string {
  const number = numberSql(column, reading);
  if (reading.as === "number") return `nullif(nullif(nullif(${number}, 'NaN'), 'Infinity'), '-Infinity')`;
  if (reading.as === "date") return `make_timestamp(round(${number} * 86400000000)::BIGINT)`;
  return presentTextSql(`${column}::VARCHAR`);
}

const EMPTY: Readonly<Record<Held, string>> = {
  numbers: "NULL::DOUBLE",
  dates: "NULL::TIMESTAMP",
  text: "NULL::VARCHAR",
};

/** Meets DuckDB's own objections (a function of the wrong kind of value, a pattern that is none) before any row is read. */
async function tryOut(connection: Connection, condition: string, held: ReadonlyMap<number, Held>): Promise<void> {
  const values = ["1", ...Array.from(held, ([place, kind]) => `${EMPTY[kind]} AS v${place}`)];
  const truth = `SELECT ${condition} AS truth FROM (SELECT ${values.join(", ")})`;
  let type: string | undefined;
  try {
    type = (await connection.describe(truth))[0]?.type;
    for await (const chunk of connection.chunks(truth)) void chunk;
  } catch (error) {
    if (!(error instanceof DuckDbFault)) throw error;
    throw badCondition("The condition puts together what does not fit: text with numbers or dates, say.");
  }
  if (type === "BOOLEAN") return;
  throw badCondition("The condition is neither true nor false: compare what it gives with something.");
}
