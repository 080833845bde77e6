import type { NeededColumns, PlacedColumn } from "../batches/needed-columns.ts";
import { placedColumns } from "../batches/needed-columns.ts";
import type { PlacedNumbers } from "../batches/read-batches.ts";
import type { Reading } from "../cells/reading.ts";
import { settle } from "../cells/settle.ts";
import { isWrittenDate } from "../cells/written-date.ts";
import { isWrittenNumber } from "../cells/written-number.ts";
import { Points } from "../columns/points.ts";
import type { Connection } from "../duckdb/connection.ts";
import type { Source } from "../source/source.ts";
import type { Column } from "../table.ts";
import { shown, TablesError } from "../tables-error.ts";

/** The columns needed, in a source that reads the numeric ones as numbers. */
export interface FoundColumns {
  readonly source: Source;
  readonly numeric: readonly PlacedNumbers[];
  readonly text: readonly PlacedColumn[];
  /** How it was found out how numbers are written, as sentences. */
  readonly notes: readonly string[];
}

const PLAIN: Reading = { as: "number", how: "plain" };

/** Numbers turn out to be written as people write them: how, the whole column tells. */
class WrittenOtherwise extends Error {}

/**
 * Finds the columns needed and hands them to `use`: first with their numbers read as programs write them, and, where
 * those that watch over that (`watchCells`, `watchPoints`) find that they are not, from the start, read as `readTable` does.
 *
 * Throws NO_SUCH_COLUMN, AMBIGUOUS_COLUMN, and NOT_NUMERIC for dates.
 */
export async function withReadings<T>(
  source: Source,
  connection: Connection,
  columns: NeededColumns,
  file: string,
  use: (found: FoundColumns) => Promise<T>,
): Promise<T> {
  const numeric = placedColumns(columns.numeric ?? [], source, file);
  const text = placedColumns(columns.text ?? [], source, file);
  refuseDates(source, numeric, file);
  const placesRead = (as: Reading["as"]): ReadonlySet<number> =>
    new Set(numeric.flatMap(({ place }) => (source.readings[place].as === as ? [place] : [])));
  const [open, ofText] = [placesRead("undecided"), placesRead("text")];
  // What is text after all is read as numbers, so that it can be said which cell is none.
  const plainly = (readings: readonly Reading[]): Reading[] =>
    readings.map((reading, i) => ((open.has(i) || ofText.has(i)) && reading.as !== "number" ? PLAIN : reading));
  const known = numeric.map((column) => ({ ...column, points: null, isText: ofText.has(column.place) }));
  try {
    const watched = known.map((column) => ({ ...column, points: open.has(column.place) ? new Points() : null }));
    return await use({ source: { ...source, readings: plainly(source.readings) }, numeric: watched, text, notes: [] });
  } catch (error) {
    if (!(error instanceof WrittenOtherwise)) throw error;
  }
  const { source: settled, notes } = await settle(source, connection, [...open]);
  refuseDates(settled, numeric, file);
  return use({ source: { ...settled, readings: plainly(settled.readings) }, numeric: known, text, notes });
}

/** Looks for cells that are numbers or dates to people among those that are none to programs. */
export function watchCells({ points }: PlacedNumbers, column: Column): void {
  if (points === null || column.type !== "numeric") return;
  if (column.unreadable.some(({ value }) => isWrittenNumber(value) || isWrittenDate(value)))
    throw new WrittenOtherwise();
}

/** Looks, after the last row, for a column whose points may all part thousands. */
export function watchPoints({ source, numeric }: FoundColumns): void {
  if (source.delimiter === null) return; // then numbers are the file's own
  if (numeric.some(({ points }) => points?.unclear)) throw new WrittenOtherwise();
}

function refuseDates(source: Source, numeric: readonly PlacedColumn[], file: string): void {
  const dates = numeric.find(({ place }) => source.readings[place].as === "date");
  if (dates === undefined) return;
  throw new TablesError("NOT_NUMERIC", `${file}, column "${shown(dates.name)}" holds dates, not numbers.`, {
    column: dates.name,
  });
}
