import { KentroError } from "../errors.ts";
import type { Pace } from "../pace.ts";
import type { Matrix } from "./matrix.ts";

/** Rows that are looked at between two questions whether it is time to breathe. */
const ROWS_AT_ONCE = 4096;

/**
 * Counts distinct rows of positive weight, but not beyond `enough`: where many differ, few need a look.
 * Rows are compared by value, so 0 and -0 are the same.
 */
export async function countDistinctRows(
  { data, rows, columns }: Matrix,
  enough: number,
  weights: Float64Array | null,
  pace: Pace,
): Promise<number> {
  // Open addressing over the rows found so far; the table is kept at most half full.
  let slots = new Int32Array(64).fill(-1);
  const found: number[] = [];
  const bits = new Uint32Array(new Float64Array(1).buffer);
  const value = new Float64Array(bits.buffer);

  const hash = (row: number): number => {
    let h = 0;
    for (let at = row * columns; at < (row + 1) * columns; at++) {
      value[0] = data[at] + 0;
      h = Math.imul(h ^ bits[0], 0x85ebca6b);
      h = Math.imul((h ^ (h >>> 15)) + bits[1], 0xc2b2ae35);
      h ^= h >>> 13;
    }
    return h;
  };
  const same = (a: number, b: number): boolean => {
    for (let j = 0; j < columns; j++) if (data[a * columns + j] !== data[b * columns + j]) return false;
    return true;
  };
  const place = (row: number): boolean => {
    let slot = hash(row) & (slots.length - 1);
    while (slots[slot] >= 0) {
      if (same(slots[slot], row)) return false;
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = row;
    return true;
  };

  for (let row = 0; row < rows && found.length < enough; row++) {
    if (row % ROWS_AT_ONCE === 0 && pace.due()) await pace.breathe();
    if (weights !== null && weights[row] === 0) continue;
    if (!place(row)) continue;
    found.push(row);
    if (found.length * 2 > slots.length) {
      slots = new Int32Array(slots.length * 2).fill(-1);
      for (const other of found) place(other);
    }
  }
  return found.length;
}

/** Throws KentroError TOO_FEW_DISTINCT_ROWS where there are fewer distinct rows than clusters. */
export async function requireDistinctRows(
  matrix: Matrix,
  k: number,
  weights: Float64Array | null,
  pace: Pace,
): Promise<void> {
  const distinct = await countDistinctRows(matrix, k, weights, pace);
  if (distinct >= k) return;
  throw new KentroError(
    "TOO_FEW_DISTINCT_ROWS",
    `Expected at least k = ${k} distinct rows${weights === null ? "" : " of positive weight"}, got ${distinct} among ${matrix.rows}`,
  );
}
