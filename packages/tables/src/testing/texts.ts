import { openConnection } from "../duckdb/connection.ts";
import { literal } from "../duckdb/sql-text.ts";
import type { TextCells } from "../duckdb/text-cells.ts";

/** Hands texts to `use` as DuckDB gives them: the cells of a column, at most 2,048 (one chunk); null for NULL. */
export async function withTexts<T>(texts: readonly (string | null)[], use: (cells: TextCells) => T): Promise<T> {
  const connection = await openConnection("none");
  try {
    const values = texts.map((text) => (text === null ? "(NULL)" : `(${literal(text)})`)).join(", ");
    for await (const chunk of connection.chunks(`SELECT text::VARCHAR FROM (VALUES ${values}) AS t(text)`)) {
      if (chunk.rows !== texts.length) throw new Error(`Expected ${texts.length} rows in one chunk, got ${chunk.rows}`);
      return use(chunk.texts(0));
    }
    throw new Error("Expected some texts");
  } finally {
    connection.close();
  }
}
