import { drawnRow } from "@kentro/cells";
import type { Matrix } from "@kentro/core";
import { pauseOf } from "../pause.ts";
import { MOST_FRAMES } from "./reel.ts";

/** More customers than this are not told apart in any terminal. */
export const MOST_DRAWN = 50_000;

/** Of all frames together: a few seconds' work. */
const MOST_PRODUCTS = 2e9;

/** Of how many customers one is drawn, so that a film is made in seconds: their distances are taken frame by frame. */
export function everyOf({ rows, columns }: Pick<Matrix, "rows" | "columns">, k: number): number {
  const most = Math.floor(MOST_PRODUCTS / (k * columns * MOST_FRAMES));
  return Math.max(1, Math.ceil(rows / Math.max(1, Math.min(MOST_DRAWN, most))));
}

/** One of every so many rows of the points, the first among them: those of a picture with that step. */
export async function oneOfEvery({ data, rows, columns }: Matrix, every: number, signal: AbortSignal): Promise<Matrix> {
  if (every === 1) return { data, rows, columns };
  const places = Math.ceil(rows / every);
  const count = drawnRow(places - 1, every) < rows ? places : places - 1;
  const kept = new Float64Array(count * columns);
  const pause = pauseOf(signal);
  for (let place = 0; place < count; place++) {
    const from = drawnRow(place, every) * columns;
    kept.set(data.subarray(from, from + columns), place * columns);
    if (place % 4096 === 0) await pause();
  }
  return { data: kept, rows: count, columns };
}
