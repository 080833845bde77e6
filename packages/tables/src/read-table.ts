import { setImmediate } from "node:timers/promises";
import { ColumnBuilder } from "./columns/column-builder.ts";
import type { Connection } from "./duckdb/connection.ts";
import { numbersAndTexts, type Source, textsOf } from "./source/source.ts";
import { withSource } from "./source/with-source.ts";
import type { Column, Table } from "./table.ts";
import { TablesError } from "./tables-error.ts";

export interface ReadOptions {
  /** Aborting rejects with the signal's reason, also in the middle of a query. */
  readonly signal?: AbortSignal;
  /** Rows read so far; at most ten times a second, and once at the end. */
  readonly onProgress?: (progress: { readonly rows: number }) => void;
}

const PROGRESS_EVERY_MS = 100;

/**
 * Reads a table: CSV (comma, semicolon, tab, pipe, caret or tilde, found out, or any that a first line such as `sep=:`
 * declares; quotes, BOM, any line ends; UTF-8), Parquet, or JSON lines; CSV and JSON lines also gzip'd. The first line
 * of a CSV file is its header, and no header holds numbers alone. Rows keep the order of the file.
 *
 * A cell is missing where it is empty, white space, or NA, N/A, #N/A, <NA>, NULL, NaN in any case. A column is
 * numeric when at least 80 % of its other cells are finite numbers (and at least one is); cells that are not are NaN
 * and listed as unreadable. All other columns are text, or an identifier without values above 65,536 different ones.
 *
 * Throws TablesError for everything that is wrong with the file.
 */
export async function readTable(path: string, options: ReadOptions = {}): Promise<Table> {
  const { signal, onProgress } = options;
  return withSource(path, signal, async (source, connection, file) => {
    const builders = source.names.map((name, i) => new ColumnBuilder(file.name, name, source.numeric[i]));
    const rows = await readAll(source, connection, builders, onProgress);
    if (rows === 0) throw new TablesError("NO_ROWS", `${file.name} has column names but no rows.`);

    const columns: (Column | "mixed")[] = [];
    for (const builder of builders) {
      columns.push(builder.build());
      await setImmediate(); // millions of rows take a while, and the event loop is to stay alive
      signal?.throwIfAborted();
    }
    const mixed = columns.flatMap((column, i) => (column === "mixed" ? [i] : []));
    const again = mixed.map((i) => new ColumnBuilder(file.name, source.names[i], false));
    if (mixed.length > 0) await readTexts(source, connection, mixed, again);
    return {
      rows,
      columns: columns.map((column, i) => {
        const built = column === "mixed" ? again[mixed.indexOf(i)].build() : column;
        if (built === "mixed") throw new Error("expected a column read as text to be text");
        return built;
      }),
    };
  });
}

async function readAll(
  source: Source,
  connection: Connection,
  builders: readonly ColumnBuilder[],
  onProgress: ReadOptions["onProgress"],
): Promise<number> {
  let rows = 0;
  let toldAt = performance.now();
  for await (const chunk of connection.chunks(numbersAndTexts(source))) {
    builders.forEach((builder, i) => {
      builder.push(chunk.rows, chunk.numbers(i * 2), chunk.texts(i * 2 + 1));
    });
    rows += chunk.rows;
    if (onProgress !== undefined && performance.now() - toldAt >= PROGRESS_EVERY_MS) {
      onProgress({ rows });
      toldAt = performance.now();
    }
  }
  onProgress?.({ rows });
  return rows;
}

async function readTexts(
  source: Source,
  connection: Connection,
  columns: readonly number[],
  builders: readonly ColumnBuilder[],
): Promise<void> {
  for await (const chunk of connection.chunks(textsOf(source, columns))) {
    builders.forEach((builder, i) => {
      builder.push(chunk.rows, null, chunk.texts(i));
    });
  }
}
