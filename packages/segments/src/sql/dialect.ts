/** A database whose SQL is written. */
export type Dialect = "duckdb" | "postgres" | "bigquery" | "clickhouse";

export const dialects: readonly Dialect[] = ["duckdb", "postgres", "bigquery", "clickhouse"];

/** A column's name as SQL has it: quoted, whatever it holds. */
export function identifier(name: string, dialect: Dialect = "duckdb"): string {
  if (dialect === "duckdb" || dialect === "postgres") return `"${name.replaceAll('"', '""')}"`;
  return `\`${escaped(name, "`")}\``;
}

/** A text as an SQL literal. */
export function literal(text: string, dialect: Dialect = "duckdb"): string {
  if (dialect === "duckdb" || dialect === "postgres") return `'${text.replaceAll("'", "''")}'`;
  return `'${escaped(text, "'")}'`;
}

/**
 * A finite number as an SQL literal of the same float64. It has an exponent: without one, DuckDB takes it for a decimal
 * number, and computes with that.
 */
export function numeral(value: number): string {
  const text = String(value);
  return text.includes("e") ? text : `${text}e0`;
}

/** The names by which a database knows types and functions. */
export interface Words {
  readonly number: string;
  readonly text: string;
  /** A condition: a number is NaN. */
  readonly holdsNaN: (expression: string) => string;
}

export const words: Readonly<Record<Dialect, Words>> = {
  duckdb: { number: "DOUBLE", text: "VARCHAR", holdsNaN: (expression) => `isnan(${expression})` },
  postgres: { number: "double precision", text: "text", holdsNaN: (expression) => `${expression} = 'NaN'` },
  bigquery: { number: "FLOAT64", text: "STRING", holdsNaN: (expression) => `IS_NAN(${expression})` },
  // Nullable, else what is missing becomes 0 or an error.
  clickhouse: {
    number: "Nullable(Float64)",
    text: "Nullable(String)",
    holdsNaN: (expression) => `isNaN(${expression})`,
  },
};

/** Escaped as in C, which both know in texts and in quoted names; BigQuery takes a line break no other way. */
function escaped(text: string, quote: string): string {
  const shielded = text.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`);
  return shielded.replaceAll("\n", "\\n").replaceAll("\r", "\\r").replaceAll("\0", "\\x00");
}
