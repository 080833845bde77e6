import type { Matrix } from "@kentro/core";
import type { Pace } from "../pace.ts";
import { inChunks } from "../preparation/chunks.ts";

/** How many different rows there are, counted no further than `enough`. */
export async function distinctRows(points: Matrix, enough: number, pace: Pace): Promise<number> {
  let count = 0;
  // The rows found by a number that equal rows share; others may share it too.
  const found = new Map<number, number[]>();
  await inChunks(points.rows, pace, (from, to) => {
    for (let row = from; row < to && count < enough; row++) {
      const key = keyOf(points, row);
      const alike = found.get(key);
      if (alike === undefined) found.set(key, [row]);
      else if (alike.some((other) => same(points, row, other))) continue;
      else alike.push(row);
      count++;
    }
  });
  return count;
}

function keyOf({ data, columns }: Matrix, row: number): number {
  let key = 0;
  for (let j = 0; j < columns; j++) key = key * 0.618 + data[row * columns + j]!;
  return key;
}

function same({ data, columns }: Matrix, a: number, b: number): boolean {
  for (let j = 0; j < columns; j++) if (data[a * columns + j] !== data[b * columns + j]) return false;
  return true;
}
