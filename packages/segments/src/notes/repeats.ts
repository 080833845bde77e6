import type { Pace } from "../pace.ts";
import { inChunks } from "../preparation/chunks.ts";
import type { Column, IdentifierColumn } from "../table.ts";

/** A column whose cells are there to compare. */
type HeldColumn = Exclude<Column, IdentifierColumn>;

/**
 * How many rows are the same in all of the columns as an earlier row; a missing cell is the same as a missing cell.
 * Rows are parted by their hashes, and those of a part compared through a table that fits a processor's cache: about
 * 12 bytes a row for the time it takes.
 */
export async function repeats(rows: number, columns: readonly Column[], pace: Pace): Promise<number> {
  const held = columns.filter((column) => column.type !== "identifier");
  if (held.length === 0) return 0;
  const hashes = new Int32Array(rows);
  for (const column of held) await mix(column, hashes, pace);
  const parted = partedByHash(hashes);
  await pace.breathe();
  let repeated = 0;
  for (let part = 0; part < PARTS; part++) {
    const [from, to] = [parted.starts[part]!, parted.starts[part + 1]!];
    repeated += repeatsWithin(parted.rows.subarray(from, to), parted.hashes.subarray(from, to), held);
    await pace.breathe();
  }
  return repeated;
}

const PART_BITS = 8;
const PARTS = 2 ** PART_BITS;

/** Rows and their hashes, ascending within each part: those whose hashes have the same upper bits. */
interface Parted {
  readonly rows: Int32Array;
  readonly hashes: Int32Array;
  readonly starts: Int32Array;
}

function partedByHash(hashes: Int32Array): Parted {
  const starts = new Int32Array(PARTS + 1);
  for (let row = 0; row < hashes.length; row++) starts[(hashes[row]! >>> (32 - PART_BITS)) + 1]!++;
  for (let part = 0; part < PARTS; part++) starts[part + 1]! += starts[part]!;
  const next = starts.slice();
  const parted = { rows: new Int32Array(hashes.length), hashes: new Int32Array(hashes.length), starts };
  for (let row = 0; row < hashes.length; row++) {
    const hash = hashes[row]!;
    const place = next[hash >>> (32 - PART_BITS)]!++;
    parted.rows[place] = row;
    parted.hashes[place] = hash;
  }
  return parted;
}

function repeatsWithin(rows: Int32Array, hashes: Int32Array, columns: readonly HeldColumn[]): number {
  const slots = 2 ** Math.ceil(Math.log2(rows.length * 1.5 + 1));
  // 0 where nobody is, else the place in this part + 1.
  const met = new Int32Array(slots);
  let repeated = 0;
  for (let i = 0; i < rows.length; i++) {
    const hash = hashes[i]!;
    for (let slot = hash & (slots - 1); ; slot = (slot + 1) & (slots - 1)) {
      const other = met[slot]! - 1;
      if (other < 0) {
        met[slot] = i + 1;
        break;
      }
      if (hashes[other] === hash && alike(columns, rows[other]!, rows[i]!)) {
        repeated++;
        break;
      }
    }
  }
  return repeated;
}

async function mix(column: HeldColumn, hashes: Int32Array, pace: Pace): Promise<void> {
  const number = new Float64Array(1);
  const bits = new Int32Array(number.buffer);
  await inChunks(hashes.length, pace, (from, to) => {
    if (column.type === "text") {
      for (let row = from; row < to; row++) hashes[row] = stirred(hashes[row]! ^ (column.codes[row]! + 1));
      return;
    }
    for (let row = from; row < to; row++) {
      const value = column.values[row]!;
      // All that are not a number are missing alike, and -0 is 0.
      number[0] = Number.isNaN(value) ? Number.NaN : value + 0;
      hashes[row] = stirred(stirred(hashes[row]! ^ bits[0]!) ^ bits[1]!);
    }
  });
}

/** Each bit of it depends on every bit of the given one (the end of MurmurHash3; the sum keeps 0 from staying 0). */
function stirred(bits: number): number {
  let h = (bits + 0x9e3779b9) | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function alike(columns: readonly HeldColumn[], a: number, b: number): boolean {
  for (const column of columns) {
    if (column.type === "text") {
      if (column.codes[a] !== column.codes[b]) return false;
      continue;
    }
    const one = column.values[a]!;
    const other = column.values[b]!;
    if (one !== other && !(Number.isNaN(one) && Number.isNaN(other))) return false;
  }
  return true;
}
