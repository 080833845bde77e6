import { type PlacedColumn, placedColumns } from "../batches/needed-columns.ts";
import { type CellBatch, readBatches } from "../batches/read-batches.ts";
import { settle } from "../cells/settle.ts";
import type { Connection } from "../duckdb/connection.ts";
import { checkCodes } from "../output/added-cells.ts";
import type { Source } from "../source/source.ts";
import type { Opened } from "../source/with-source.ts";
import type { Labelled, Labelling, Way } from "./labelling.ts";
import { NumericTally } from "./numeric-tally.ts";

/** What is done with a batch and its codes. */
export type WriteBatch = (batch: CellBatch, codes: readonly Int32Array[]) => Promise<void>;

const PROGRESS_EVERY_MS = 100;

/**
 * Goes through the rows of a source in batches: asks for the codes of each and hands both to `write`. `cells` is whether
 * that needs the cells.
 *
 * Throws UNKNOWN_COLUMN, AMBIGUOUS_COLUMN and NOT_NUMERIC for the columns asked for.
 */
export async function labelRows(
  source: Source,
  connection: Connection,
  { name: file }: Opened,
  labelling: Labelling,
  way: Omit<Way, "overwrite">,
  cells: boolean,
  write: WriteBatch,
): Promise<Labelled> {
  const { signal, onProgress } = way;
  const numeric = placedColumns(labelling.columns.numeric ?? [], source, file);
  const text = placedColumns(labelling.columns.text ?? [], source, file);
  const read = await readAsNumbers(source, connection, numeric);
  const tallies = numeric.map(({ place, name }) => {
    const reading = read.readings[place];
    return { tally: new NumericTally(name), certain: reading.as === "number" && reading.how === "native" };
  });
  let rows = 0;
  let toldAt = performance.now();
  for await (const batch of readBatches(read, connection, file, { numeric, text, cells })) {
    batch.table.columns.forEach((column, i) => {
      if (column.type === "numeric") tallies[i].tally.add(column, rows);
    });
    const codes = await labelling.codes(batch);
    checkCodes(codes, labelling.added, rows);
    signal?.throwIfAborted();
    await write(batch, codes);
    rows += batch.table.rows;
    if (onProgress !== undefined && performance.now() - toldAt >= PROGRESS_EVERY_MS) {
      onProgress({ rows });
      toldAt = performance.now();
    }
  }
  for (const { tally, certain } of tallies) if (!certain) tally.check(file);
  labelling.checkRows(rows, file);
  onProgress?.({ rows });
  return { rows, numeric: tallies.map(({ tally }) => tally.reading) };
}

/** The source with these columns read as numbers: as their cells are written, and plainly where they are none. */
async function readAsNumbers(
  source: Source,
  connection: Connection,
  columns: readonly PlacedColumn[],
): Promise<Source> {
  const places = columns.map(({ place }) => place);
  const settled = (await settle(source, connection, places)).source;
  const readings = settled.readings.map((reading, i) =>
    places.includes(i) && reading.as !== "number" ? ({ as: "number", how: "plain" } as const) : reading,
  );
  return { ...settled, readings };
}
