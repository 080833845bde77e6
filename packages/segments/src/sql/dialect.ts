/** A database whose SQL is written. */
export type Dialect = "duckdb" | "postgres" | "bigquery" | "clickhouse";

export const dialects: readonly Dialect[] = ["duckdb", "postgres", "bigquery", "clickhouse"];

/** A column's name as SQL has it: quoted, whatever it holds. */
export function identifier(name: string, dialect: Dialect = "duckdb"): string {
  if (dialect === "duckdb" || dialect === "postgres") return `"${name.replaceAll('"', '""')}"`;
  return `\`${name.replace(/[\\`]/g, "\\$&")}\``;
}

/** A text as an SQL literal. */
export function literal(text: string, dialect: Dialect = "duckdb"): string {
  if (dialect === "duckdb" || dialect === "postgres") return `'${text.replaceAll("'", "''")}'`;
  return `'${text.replace(/[\\']/g, "\\$&").replaceAll("\n", "\\n").replaceAll("\r", "\\r")}'`;
}
