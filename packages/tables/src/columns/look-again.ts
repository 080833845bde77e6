import { settle } from "../cells/settle.ts";
import { unclearNote } from "../cells/verdict.ts";
import type { Connection } from "../duckdb/connection.ts";
import type { Source } from "../source/source.ts";
import type { Column } from "../table.ts";
import type { ColumnBuilder } from "./column-builder.ts";

/**
 * Finds out how the columns are to be read that hold numbers or dates as people write them, and those whose numbers
 * could be others to people. Readings that are the same object as before need no reading again.
 */
export async function lookAgain(
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
