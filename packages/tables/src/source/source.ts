import { numberSql, type Reading, textSql } from "../cells/reading.ts";
import type { Connection } from "../duckdb/connection.ts";
import type { TablesError } from "../tables-error.ts";
import type { KnownFile } from "./file-kind.ts";

/** A table as DuckDB is to read it: `relation` has the columns c0, c1, ... in the order of `names`. */
export interface Source {
  /** Trimmed and different from one another. */
  readonly names: readonly string[];
  /** As they stand in the file. */
  readonly header: readonly string[];
  /** For each column how its cells become values. */
  readonly readings: readonly Reading[];
  /** What parts the cells of a row; null where they are not parted by a character. */
  readonly delimiter: string | null;
  /** An SQL table expression. */
  readonly relation: string;
}

/** One kind of file: how its table is found, and what to say when DuckDB could not read it. */
export interface SourceKind {
  find(file: KnownFile, connection: Connection, signal?: AbortSignal): Promise<Source>;
  /** Looks through a file that DuckDB failed on: the error to report, or another way to read it. */
  explain(file: KnownFile, source: Source | null, signal?: AbortSignal): Promise<TablesError | Source>;
}

/**
 * A query with two columns for each of the table (or of those named): the cell as a number (not finite or NULL where it is
 * none; days since 1970-01-01 for a date), and as text. Of a column that the file itself calls numbers or dates the
 * text is NULL where there is one.
 */
export function numbersAndTexts(source: Source, columns: readonly number[] = source.names.map((_, i) => i)): string {
  const pairs = columns.map((i) => {
    const reading = source.readings[i];
    return `${numberSql(`c${i}`, reading)}, ${textSql(`c${i}`, reading)}`;
  });
  return `SELECT ${pairs.join(", ")} FROM ${source.relation}`;
}
