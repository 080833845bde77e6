import { breathing } from "./breathing.ts";

/** Who is where in two partitions of the same rows. */
export interface CrossTable {
  readonly counts: readonly (readonly number[])[];
  readonly rows: number;
  readonly onlyBefore: number;
  readonly onlyAfter: number;
}

/** Counts the rows in each pair of segments; a label of -1 is in none. */
export async function crossTable(
  before: Int32Array,
  beforeCount: number,
  after: Int32Array,
  afterCount: number,
  signal: AbortSignal,
): Promise<CrossTable> {
  const flat = new Float64Array(beforeCount * afterCount);
  let [rows, onlyBefore, onlyAfter] = [0, 0, 0];
  await breathing(before.length, signal, (start, end) => {
    for (let row = start; row < end; row++) {
      const [from, to] = [before[row]!, after[row]!];
      if (from >= 0 && to >= 0) {
        flat[from * afterCount + to]!++;
        rows++;
      } else if (from >= 0) onlyBefore++;
      else if (to >= 0) onlyAfter++;
    }
  });
  const counts = Array.from({ length: beforeCount }, (_, from) => [
    ...flat.subarray(from * afterCount, (from + 1) * afterCount),
  ]);
  return { counts, rows, onlyBefore, onlyAfter };
}
