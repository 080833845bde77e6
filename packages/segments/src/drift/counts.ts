import type { Pace } from "../pace.ts";
import { inChunks } from "../preparation/chunks.ts";
import type { TextColumn } from "../table.ts";

/**
 * How many numbers fall into each bin: bin i holds those up to edges[i], and above edges[i - 1]; the last has no end. Cells
 * without a number are not counted.
 * @param edges ascending
 */
export async function binCounts(values: Float64Array, edges: readonly number[], pace: Pace): Promise<number[]> {
  const ends = Float64Array.from(edges);
  const counts = new Float64Array(ends.length + 1);
  await inChunks(values.length, pace, (from, to) => {
    for (let row = from; row < to; row++) {
      const value = values[row]!;
      if (Number.isNaN(value)) continue;
      // All edges are looked at: to stop at the first would be a branch that nobody can foresee.
      let bin = 0;
      for (let edge = 0; edge < ends.length; edge++) bin += +(value > ends[edge]!);
      counts[bin]!++;
    }
  });
  return Array.from(counts);
}

/** How many rows have each category of a column. */
export async function categoryCounts({ codes, categories }: TextColumn, pace: Pace): Promise<number[]> {
  const counts = new Float64Array(categories.length);
  await inChunks(codes.length, pace, (from, to) => {
    for (let row = from; row < to; row++) {
      const code = codes[row]!;
      if (code >= 0) counts[code]!++;
    }
  });
  return Array.from(counts);
}
