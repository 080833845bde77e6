import { setImmediate } from "node:timers/promises";
import { settle } from "./cells/settle.ts";
import { unclearNote } from "./cells/verdict.ts";
import { ColumnBuilder } from "./columns/column-builder.ts";
import type { Connection } from "./duckdb/connection.ts";
import type { Input } from "./input/input.ts";
import { numbersAndTexts, type Source } from "./source/source.ts";
import { type Opened, withSource } from "./source/with-source.ts";
import type { Column, Table } from "./table.ts";
import { shown, TablesError } from "./tables-error.ts";

export interface ReadOptions {
  /**
   * An SQL condition on one row (`age >= 18 and country in ('DE', 'FR')`): rows that do not meet it are left out. Columns
   * are named as in the file, whatever the case; numbers and dates are compared as such.
   */
  readonly where?: string | undefined;
  /** Columns, by their exact names, that are read as text with all their values, however many: ids of customers. */
  readonly keep?: readonly string[];
  /** Aborting rejects with the signal's reason, also in the middle of a query. */
  readonly signal?: AbortSignal;
  /** Rows read so far; at most ten times a second, and once at the end. */
  readonly onProgress?: (progress: { readonly rows: number }) => void;
}

const PROGRESS_EVERY_MS = 100;

/**
 * Reads a table: CSV (comma, semicolon, tab, pipe, caret or tilde, found out, or any that a first line such as `sep=:`
 * declares; quotes, BOM, any line ends; UTF-8, UTF-16, or Windows-1252), Parquet, or JSON lines; CSV and JSON lines also
 * gzip'd. The first line of a CSV file is its header, and no header holds numbers alone. Rows keep the order of the file.
 * Several files, or a pattern (* ? [a-z]) that is no file's name, are one table after the other, columns matched by
 * name; "-" is standard input.
 *
 * A cell is missing where it is empty, white space, or NA, N/A, #N/A, <NA>, NULL, NaN in any case. A column is
 * numeric when at least 80 % of its other cells are finite numbers (and at least one is), as programs or as people write
 * them: 1234.5, 1.234,50, 1 234,50 €, (12.50), 12,5 % (which is 12.5). Whether a comma or a point stands before the
 * fraction is found out from the whole column, else from the others, and told in `notes`. Likewise dates: 2025-12-31
 * (a time of day and zone may follow), 31.12.2025, 12/31/2025, 31 Dec 2025. Cells that are none are NaN and listed as
 * unreadable. All other columns are text, or an identifier without values above 65,536 different ones.
 *
 * Throws TablesError for everything that is wrong with the file or the options.
 */
export async function readTable(input: Input, options: ReadOptions = {}): Promise<Table> {
  const { signal, onProgress, keep = [], where } = options;
  return withSource({ source: input, where }, signal, async (found, connection, opened) => {
    const source = keepTexts(found, keep, opened.name);
    const build = (i: number, { readings } = source): ColumnBuilder =>
      new ColumnBuilder(opened.name, source.names[i], readings[i], { keepAll: keep.includes(source.names[i]) });
    const all = source.names.map((_, i) => i);
    const builders = all.map((i) => build(i));
    const rows = await readInto(source, connection, all, builders, onProgress);
    if (rows === 0) throw noRows(opened);

    const columns = await built(builders, signal);
    const decided = await lookAgain(source, connection, columns, builders);
    const again = all.filter((i) => decided.source.readings[i] !== source.readings[i] || columns[i] === "mixed");
    const rebuilt = again.map((i) => build(i, decided.source));
    if (again.length > 0) await readInto(decided.source, connection, again, rebuilt);
    for (const [at, column] of (await built(rebuilt, signal)).entries()) columns[again[at]] = column;
    const filtered = opened.allRows === null ? null : opened.allRows - rows;
    const notes = [...opened.notes, ...decided.notes];
    if (filtered !== null) notes.push(leftOut(filtered, rows, where));
    return {
      rows,
      columns: columns.map((column) => {
        if (column === "mixed") throw new Error("expected a column read as text to be text");
        return column;
      }),
      ...(notes.length === 0 ? {} : { notes }),
      ...(filtered === null ? {} : { filtered }),
    };
  });
}

function noRows({ name, allRows }: Opened): TablesError {
  if (allRows === null || allRows === 0) {
    return new TablesError("NO_ROWS", `${name} has column names but no rows.`);
  }
  return new TablesError("NO_ROWS", `None of the ${count(allRows)} rows of ${name} meets the condition.`);
}

function leftOut(filtered: number, rows: number, where = ""): string {
  return `${count(filtered)} of ${count(filtered + rows)} rows are left out: they do not meet the condition ${shown(where)}.`;
}

function count(rows: number): string {
  return rows.toLocaleString("en-US");
}

function keepTexts(source: Source, keep: readonly string[], file: string): Source {
  for (const name of keep) {
    if (source.names.includes(name)) continue;
    throw new TablesError("NO_SUCH_COLUMN", `${file} has no column "${shown(name)}".`, { column: name });
  }
  const readings = source.readings.map((reading, i) =>
    keep.includes(source.names[i]) ? ({ as: "text" } as const) : reading,
  );
  return { ...source, readings };
}

/** Reads some columns into their builders; the number of rows. */
async function readInto(
  source: Source,
  connection: Connection,
  columns: readonly number[],
  builders: readonly ColumnBuilder[],
  onProgress?: ReadOptions["onProgress"],
): Promise<number> {
  let rows = 0;
  let toldAt = performance.now();
  for await (const chunk of connection.chunks(numbersAndTexts(source, columns))) {
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

async function built(builders: readonly ColumnBuilder[], signal?: AbortSignal): Promise<(Column | "mixed")[]> {
  const columns: (Column | "mixed")[] = [];
  for (const builder of builders) {
    columns.push(builder.build());
    await setImmediate(); // millions of rows take a while, and the event loop is to stay alive
    signal?.throwIfAborted();
  }
  return columns;
}

/**
 * Finds out how the columns are to be read that hold numbers or dates as people write them, and those whose numbers
 * could be others to people. Readings that are the same object as before need no reading again.
 */
async function lookAgain(
  source: Source,
  connection: Connection,
  columns: readonly (Column | "mixed")[],
  builders: readonly ColumnBuilder[],
): Promise<{ readonly source: Source; readonly notes: readonly string[] }> {
  const written = builders.flatMap((builder, i) => (builder.holdsWritten() ? [i] : []));
  const unclear = builders.flatMap((builder, i) => (builder.points.unclear && !written.includes(i) ? [i] : []));
  const mixed = columns.flatMap((column, i) => (column === "mixed" ? [i] : []));
  const parted = source.delimiter !== null; // else numbers are the file's own: no one wrote them with thousands
  if (written.length === 0 && (source.delimiter !== ";" || unclear.length === 0)) {
    const around = { comma: 0, point: 0, delimiter: source.delimiter };
    const notes = parted ? unclear.map((i) => unclearNote(source.names[i], "point", around)) : [];
    return { source: asText(source, mixed), notes };
  }
  const points = columns.filter(
    (column, i) => !written.includes(i) && column !== "mixed" && hasFractions(column, builders[i]),
  );
  const looked = parted ? [...written, ...unclear] : written;
  const settled = await settle(source, connection, looked, { points: points.length });
  const readings = settled.source.readings.map((reading, i) => {
    const same = reading.as === "number" ? reading.how === "plain" : reading.as === "text" && columns[i] !== "mixed";
    return same ? source.readings[i] : reading;
  });
  return { source: asText({ ...source, readings }, mixed), notes: settled.notes };
}

/** Columns that are mixed, and nothing else as it turned out. */
function asText(source: Source, mixed: readonly number[]): Source {
  const readings = source.readings.map((reading, i) =>
    reading.as === "undecided" && mixed.includes(i) ? ({ as: "text" } as const) : reading,
  );
  return { ...source, readings };
}

/** Whether a column has numbers whose point can only stand before a fraction. */
function hasFractions(column: Column, { points }: ColumnBuilder): boolean {
  if (column.type !== "numeric" || points.unclear) return false;
  return points.fraction || column.values.some((value) => !Number.isNaN(value) && !Number.isInteger(value));
}
