import type { Connection } from "../duckdb/connection.ts";
import type { TablesError } from "../tables-error.ts";
import type { KnownFile } from "./file-kind.ts";

/** A table as DuckDB is to read it: `relation` has the columns c0, c1, ... in the order of `names`. */
export interface Source {
  /** Trimmed and different from one another. */
  readonly names: readonly string[];
  /** As they stand in the file. */
  readonly header: readonly string[];
  /** For each column whether the file itself says that it holds numbers. */
  readonly numeric: readonly boolean[];
  /** An SQL table expression. */
  readonly relation: string;
}

/** One kind of file: how its table is found, and what to say when DuckDB could not read it. */
export interface SourceKind {
  find(file: KnownFile, connection: Connection, signal?: AbortSignal): Promise<Source>;
  /** Looks through a file that DuckDB failed on: the error to report, or another way to read it. */
  explain(file: KnownFile, source: Source | null, signal?: AbortSignal): Promise<TablesError | Source>;
}

/** A query with two columns for each of the table: the cell as a number, and as text, as `numberAndText` has them. */
export function numbersAndTexts(source: Source): string {
  const pairs = source.numeric.map((_, i) => numberAndText(source, i).join(", "));
  return `SELECT ${pairs.join(", ")} FROM ${source.relation}`;
}

/**
 * Two expressions for a column's cell: as a number (not finite or NULL where it is none), and as text. Of a column of
 * numbers the text is NULL where the number is finite: making it would take long.
 */
export function numberAndText(source: Source, i: number): readonly [number: string, text: string] {
  return source.numeric[i]
    ? [`c${i}::DOUBLE`, `CASE WHEN isfinite(c${i}::DOUBLE) THEN NULL ELSE c${i}::VARCHAR END`]
    : [numberOfText(`c${i}::VARCHAR`), `c${i}::VARCHAR`];
}

/** A query for the cells of some columns as text. */
export function textsOf(source: Source, columns: readonly number[]): string {
  return `SELECT ${columns.map((i) => `c${i}::VARCHAR`).join(", ")} FROM ${source.relation}`;
}

/** DuckDB would read "1_000" as 1000; to people that is an identifier. */
function numberOfText(text: string): string {
  return `CASE WHEN contains(${text}, '_') THEN NULL ELSE TRY_CAST(${text} AS DOUBLE) END`;
}
