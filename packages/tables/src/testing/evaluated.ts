import { openConnection } from "../duckdb/connection.ts";
import { literal } from "../duckdb/sql-text.ts";

/** What DuckDB makes of each text by an SQL expression of one (at most 2,048 texts); NULL is NaN. */
export async function evaluated(texts: readonly string[], sql: (text: string) => string): Promise<number[]> {
  const connection = await openConnection("none");
  try {
    const values = texts.map((text) => `(${literal(text)})`).join(", ");
    for await (const chunk of connection.chunks(`SELECT (${sql("t")})::DOUBLE FROM (VALUES ${values}) AS v(t)`)) {
      if (chunk.rows !== texts.length) throw new Error(`Expected ${texts.length} rows in one chunk, got ${chunk.rows}`);
      return [...chunk.numbers(0)];
    }
    throw new Error("Expected some texts");
  } finally {
    connection.close();
  }
}
