import { numberSql, type Reading } from "../cells/reading.ts";
import { type Settled, settle } from "../cells/settle.ts";
import { presentTextSql } from "../columns/missing.ts";
import { type Connection, DuckDbFault } from "../duckdb/connection.ts";
import type { Source } from "../source/source.ts";
import { type ConditionColumn, columnsNamed, conditionSql } from "./condition.ts";
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
  const column = (place: number): ConditionColumn =>
    conditionColumn(source.names[place], `c${place}`, settled.source.readings[place]);
  const condition = conditionSql(tree, source.names, file, column);
  await tryOut(
    connection,
    conditionSql(tree, source.names, file, (place) => ({ ...column(place), sql: EMPTY[column(place).holds] })),
  );
  const columns = source.names.map((_, i) => `c${i}`).join(", ");
  const relation = `(SELECT ${columns} FROM ${source.relation} WHERE TRY(${condition}))`;
  return { ...settled, source: { ...settled.source, relation } };
}

function conditionColumn(name: string, column: string, reading: Reading): ConditionColumn {
  const number = numberSql(column, reading);
  switch (reading.as) {
    case "number":
      return { name, holds: "numbers", sql: `(CASE WHEN isfinite(${number}) THEN ${number} END)` };
    case "date":
      return { name, holds: "dates", sql: `make_timestamp((round((${number}) * 86400000000))::BIGINT)` };
    default:
      return { name, holds: "text", sql: `(${presentTextSql(`${column}::VARCHAR`)})` };
  }
}

const EMPTY: Readonly<Record<ConditionColumn["holds"], string>> = {
  numbers: "NULL::DOUBLE",
  dates: "NULL::TIMESTAMP",
  text: "NULL::VARCHAR",
};

/** Meets DuckDB's own objections (a function of the wrong kind of value, a pattern that is none) before any row is read. */
async function tryOut(connection: Connection, condition: string): Promise<void> {
  try {
    for await (const chunk of connection.chunks(`SELECT 1 WHERE TRY(${condition})`)) void chunk;
  } catch (error) {
    if (!(error instanceof DuckDbFault)) throw error;
    throw badCondition("The condition puts together what does not fit: text with numbers or dates, say.");
  }
}
