import type { TextCells } from "../duckdb/text-cells.ts";
import { mayMeanMissing, meansMissing } from "./missing.ts";

/** Code of a missing cell. */
export const MISSING = -1;
/** Code of text that is not in a dictionary which is full. */
export const UNHELD = -2;

const MOST_TEXTS = 65_536;
const FIRST_SLOTS = 64;
const EMPTY_SLOT = -3;

/**
 * The different texts of a column, each with a code: categories are trimmed and numbered by first appearance. Cells are
 * looked up by their bytes in an open hash table, without a string being made of each.
 *
 *     keys   | length t0-3 t4-7 t8-11 | length t0-3 hash at | ...   four words a slot: a short text, or a long one,
 *     codes  |          code          |         code        | ...   whose bytes are kept from `at` on
 */
export class Dictionary {
  readonly categories: string[] = [];
  /** Whether the column has more different cells than are held, 65,536: those met from then on are UNHELD. */
  full = false;
  /** Whether a cell held a NUL character, as no text does. */
  holdsNul = false;
  readonly #codeOfCategory = new Map<string, number>();
  #keys = new Uint32Array(FIRST_SLOTS * 4);
  #codes = new Int32Array(FIRST_SLOTS).fill(EMPTY_SLOT);
  #slotsUsed = 0;
  #texts = 0; // without those that mean nothing
  #longBytes = new Uint8Array(0);
  #longUsed = 0;

  /** The code of a cell that is not NULL. */
  code(cells: TextCells, row: number): number {
    const { words } = cells;
    const at = row * 4;
    const [length, prefix] = [words[at], words[at + 1]];
    const short = cells.isShort(row);
    const third = short ? words[at + 2] : hashBytes(cells, row);
    const fourth = short ? words[at + 3] : 0;
    const mask = this.#codes.length - 1;
    let slot = hashKey(length, prefix, third, fourth) & mask;
    for (; this.#codes[slot] !== EMPTY_SLOT; slot = (slot + 1) & mask) {
      const key = slot * 4;
      if (this.#keys[key + 1] !== prefix || this.#keys[key] !== length || this.#keys[key + 2] !== third) continue;
      if (short ? this.#keys[key + 3] === fourth : this.#isLongText(this.#keys[key + 3], cells, row)) {
        return this.#codes[slot];
      }
    }
    if (this.full) return this.#codeOfUnheld(cells, row);
    const code = this.#codeOf(cells.text(row));
    if (code === UNHELD || this.#slotsUsed > MOST_TEXTS * 2) return code;
    const last = short ? fourth : this.#keep(cells, row);
    this.#keys.set([length, prefix, third, last], slot * 4);
    this.#codes[slot] = code;
    this.#slotsUsed++;
    if (this.#slotsUsed * 2 > this.#codes.length) this.#grow();
    return code;
  }

  #codeOf(text: string): number {
    if (text.includes("\0")) this.holdsNul = true;
    if (meansMissing(text)) return MISSING;
    if (this.#texts === MOST_TEXTS) {
      this.full = true;
      return UNHELD;
    }
    this.#texts++;
    const category = text.trim();
    const known = this.#codeOfCategory.get(category);
    if (known !== undefined) return known;
    const code = this.categories.push(category) - 1;
    this.#codeOfCategory.set(category, code);
    return code;
  }

  #codeOfUnheld(cells: TextCells, row: number): number {
    const mayBeMissing = mayMeanMissing(cells.words[row * 4 + 1] & 0xff);
    return mayBeMissing && meansMissing(cells.text(row)) ? MISSING : UNHELD;
  }

  #isLongText(at: number, cells: TextCells, row: number): boolean {
    const bytes = cells.bytes(row);
    const [start, end] = [cells.start(row), cells.end(row)];
    for (let i = start; i < end; i++) if (bytes[i] !== this.#longBytes[at + i - start]) return false;
    return true;
  }

  #keep(cells: TextCells, row: number): number {
    const text = cells.bytes(row).subarray(cells.start(row), cells.end(row));
    const at = this.#longUsed;
    this.#longUsed += text.length;
    if (this.#longUsed > this.#longBytes.length) {
      const larger = new Uint8Array(this.#longUsed * 2);
      larger.set(this.#longBytes);
      this.#longBytes = larger;
    }
    this.#longBytes.set(text, at);
    return at;
  }

  #grow(): void {
    const [keys, codes] = [this.#keys, this.#codes];
    this.#keys = new Uint32Array(keys.length * 2);
    this.#codes = new Int32Array(codes.length * 2).fill(EMPTY_SLOT);
    const mask = this.#codes.length - 1;
    for (let from = 0; from < codes.length; from++) {
      if (codes[from] === EMPTY_SLOT) continue;
      const [length, prefix, third, fourth] = keys.subarray(from * 4, from * 4 + 4);
      let slot = hashKey(length, prefix, third, length > 12 ? 0 : fourth) & mask;
      while (this.#codes[slot] !== EMPTY_SLOT) slot = (slot + 1) & mask;
      this.#keys.set([length, prefix, third, fourth], slot * 4);
      this.#codes[slot] = codes[from];
    }
  }
}

function hashBytes(cells: TextCells, row: number): number {
  const bytes = cells.bytes(row);
  const end = cells.end(row);
  let hash = 0x811c9dc5; // FNV-1a
  for (let i = cells.start(row); i < end; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193);
  return hash >>> 0;
}

function hashKey(length: number, prefix: number, third: number, fourth: number): number {
  let mixed = Math.imul(length ^ Math.imul(prefix, 0x9e3779b1), 0x85ebca6b);
  mixed ^= Math.imul(third, 0xc2b2ae35) ^ Math.imul(fourth, 0x27d4eb2f);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}
