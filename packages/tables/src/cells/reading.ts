import { type DateOrder, writtenDateSql } from "./written-date.ts";
import { type DecimalMark, writtenNumberSql } from "./written-number.ts";

/** How the cells of a column become values. */
export type Reading =
  /** They are text that nobody has looked at: numbers as programs write them, or text, as it turns out. */
  | { readonly as: "undecided" }
  | { readonly as: "text" }
  /** "native": the file says so itself. "plain": as programs write them. */
  | { readonly as: "number"; readonly how: "native" | "plain" | DecimalMark }
  | { readonly as: "date"; readonly how: "native" | DateOrder };

export const UNDECIDED: Reading = { as: "undecided" };

/** SQL: the number in a cell, or the days since 1970-01-01 of the date in it; NULL or not finite where there is none. */
export function numberSql(column: string, reading: Reading): string {
  const text = `${column}::VARCHAR`;
  switch (reading.as) {
    case "text":
      return "NULL::DOUBLE";
    case "undecided":
      return plainNumberSql(text);
    case "number":
      if (reading.how === "native") return `${column}::DOUBLE`;
      if (reading.how === "plain") return plainNumberSql(text);
      if (reading.how === "comma") return writtenNumberSql(text, "comma");
      return `coalesce(${plainNumberSql(text)}, ${writtenNumberSql(text, "point")})`;
    case "date":
      if (reading.how !== "native") return writtenDateSql(text, reading.how);
      // Dates further away than timestamps reach would fail the whole query.
      return `CASE WHEN isfinite(${column}) THEN epoch_us(TRY_CAST(${column} AS TIMESTAMP)) / 86400000000 END`;
  }
}

/** SQL: the text of a cell; may be NULL where a number is read from a cell that is none: making it would take long. */
export function textSql(column: string, reading: Reading): string {
  if (reading.as === "text" || reading.as === "undecided" || reading.how !== "native") return `${column}::VARCHAR`;
  return `CASE WHEN isfinite(${numberSql(column, reading)}) THEN NULL ELSE ${column}::VARCHAR END`;
}

/**
 * SQL: a finite number as programs write it, or what is none. DuckDB would read "1_000" as 1000, an identifier to people,
 * and "+-1" as -1. Numbers begin with a digit, sign, point or white space, all of which come before ":", and only what
 * begins with a sign or white space, before "0", is looked at for a second sign: to fail at another text takes DuckDB ten
 * times as long as to read a number.
 */
export function plainNumberSql(text: string): string {
  const likely = `${text} < ':' AND NOT contains(${text}, '_') AND NOT (${text} < '0' AND contains(${text}, '+-'))`;
  return `CASE WHEN ${likely} THEN TRY_CAST(${text} AS DOUBLE) END`;
}
