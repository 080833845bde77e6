import type { Column, Segmentation, Table } from "@kentro/segments";
import type { Pause } from "../pause.ts";
import { sharedCopy, sharedIntegers } from "../shared.ts";
import type { Places, Spread } from "./protocol.ts";

const ROWS_AT_ONCE = 8192;

/** Where the customers of a run stand, in shared memory. */
export async function placed(
  run: number,
  { model, labels }: Pick<Segmentation, "model" | "labels">,
  table: Table,
  signal: AbortSignal,
  pause: Pause,
): Promise<Places> {
  const { distance, second, margin } = await model.place(table, { signal });
  const spreads: (Spread | null)[] = [];
  for (const column of table.columns) spreads.push(await spreadOf(column, labels, pause));
  return {
    run,
    distance: sharedCopy(distance),
    second: sharedIntegers(second),
    margin: sharedCopy(margin),
    spreads,
  };
}

/** Mean and standard deviation over the rows that are in a segment (Welford 1962: no sum grows out of range). */
async function spreadOf(column: Column, labels: Int32Array, pause: Pause): Promise<Spread | null> {
  if (column.type !== "numeric") return null;
  const { values } = column;
  let known = 0;
  let mean = 0;
  let squares = 0;
  for (let row = 0; row < values.length; row++) {
    if (row % ROWS_AT_ONCE === 0) await pause();
    const value = values[row]!;
    if (labels[row]! < 0 || Number.isNaN(value)) continue;
    known++;
    const before = value - mean;
    mean += before / known;
    squares += before * (value - mean);
  }
  return known === 0 ? null : { mean, deviation: Math.sqrt(squares / known) };
}
