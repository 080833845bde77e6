import { type CellBatch, readBatches } from "../batches/read-batches.ts";
import type { Connection } from "../duckdb/connection.ts";
import { checkCodes } from "../output/added-cells.ts";
import type { Opened } from "../source/with-source.ts";
import type { Labelled, Labelling, Way } from "./labelling.ts";
import { NumericTally } from "./numeric-tally.ts";
import { type FoundColumns, watchCells, watchPoints } from "./readings.ts";

/** What is done with a batch and its codes. */
export type WriteBatch = (batch: CellBatch, codes: readonly Int32Array[]) => Promise<void>;

const PROGRESS_EVERY_MS = 100;

/**
 * Goes through the rows of a source in batches: asks for the codes of each and hands both to `write`. `cells` is whether
 * that needs the cells.
 *
 * Throws NOT_NUMERIC for a column of numbers that is text as a whole, and what the labelling's `checkRows` does.
 */
export async function labelRows(
  found: FoundColumns,
  connection: Connection,
  opened: Opened,
  labelling: Labelling,
  way: Pick<Way, "signal" | "onProgress">,
  cells: boolean,
  write: WriteBatch,
): Promise<Labelled> {
  const { source, numeric, text } = found;
  const { signal, onProgress } = way;
  const tallies = numeric.map(({ name }) => new NumericTally(name));
  let rows = 0;
  let toldAt = performance.now();
  for await (const batch of readBatches(source, connection, opened.name, { numeric, text, cells })) {
    const { columns } = batch.table;
    for (const [i, each] of numeric.entries()) watchCells(each, columns[i]);
    for (const [i, tally] of tallies.entries()) tally.add(columns[i], rows);
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
  watchPoints(found);
  for (const [i, { place, isText }] of numeric.entries()) {
    const reading = source.readings[place];
    if (reading.as === "number" && reading.how === "plain") tallies[i].check(opened.name, isText);
  }
  labelling.checkRows(rows, opened);
  onProgress?.({ rows });
  return {
    rows,
    filtered: opened.allRows === null ? null : opened.allRows - rows,
    numeric: tallies.map(({ reading }) => reading),
    notes: [...opened.notes, ...found.notes],
  };
}
