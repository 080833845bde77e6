import { openConnection } from "../duckdb/connection.ts";
import { pathLiteral } from "../duckdb/sql-text.ts";

/** A Parquet file's columns, "name TYPE", and its cells as text, row by row; null where there is none. */
export async function parquetCells(
  path: string,
): Promise<{ readonly columns: readonly string[]; readonly rows: readonly (readonly (string | null)[])[] }> {
  const connection = await openConnection(path);
  try {
    const table = `read_parquet(${pathLiteral(path)}, hive_partitioning = false)`;
    const columns = await connection.describe(`SELECT * FROM ${table}`);
    const rows: (string | null)[][] = [];
    for await (const chunk of connection.chunks(`SELECT COLUMNS(*)::VARCHAR FROM ${table}`)) {
      const cells = columns.map((_, i) => chunk.texts(i));
      for (let row = 0; row < chunk.rows; row++) {
        rows.push(cells.map((column) => (column.holds(row) ? column.text(row) : null)));
      }
    }
    return { columns: columns.map(({ name, type }) => `${name} ${type}`), rows };
  } finally {
    connection.close();
  }
}
