import type { TextCells } from "../duckdb/text-cells.ts";
import { MISSING } from "./dictionary.ts";
import { mayMeanMissing, meansMissing } from "./missing.ts";

const FIRST_SLOTS = 1024;
const FIRST_BYTES = 1 << 14;
const EMPTY = -1;
const SPACE = 0x20;
const FIRST_NON_ASCII = 0x80;

const encoder = new TextEncoder();

/**
 * All different texts of a column, however many, each with a code by its first appearance: trimmed, as a `Dictionary`
 * has them. They lie one after the other as bytes, with an open hash table of their codes, and become strings at the
 * end: some 30 bytes a text beside the texts themselves.
 *
 *     bytes  | text 0 | text 1 | ...
 *     ends   | end 0  | end 1  | ...      text i begins where the one before it ends
 *     slots  | code or EMPTY | ...        by the hash of the bytes
 */
export class KeptTexts {
  /** Never: it grows. */
  readonly full = false;
  /** Whether a cell held a NUL character, as no text does. */
  holdsNul = false;
  #bytes: Buffer = Buffer.alloc(FIRST_BYTES);
  #ends = new Float64Array(FIRST_SLOTS);
  #slots = new Int32Array(FIRST_SLOTS).fill(EMPTY);
  #count = 0;

  /** The texts by their codes. */
  get categories(): string[] {
    const texts: string[] = [];
    for (let code = 0; code < this.#count; code++) {
      texts.push(this.#bytes.toString("utf8", this.#start(code), this.#ends[code]));
    }
    return texts;
  }

  /** The code of a cell that is not NULL. */
  code(cells: Pick<TextCells, "bytes" | "start" | "end" | "text">, row: number): number {
    const bytes = cells.bytes(row);
    const [start, end] = [cells.start(row), cells.end(row)];
    if (start === end) return MISSING;
    const first = bytes[start];
    const last = bytes[end - 1];
    if (mayMeanMissing(first) && meansMissing(cells.text(row))) return MISSING;
    const bare = first > SPACE && first < FIRST_NON_ASCII && last > SPACE && last < FIRST_NON_ASCII;
    if (bare) return this.#codeOf(bytes, start, end);
    const trimmed = encoder.encode(cells.text(row).trim());
    return this.#codeOf(trimmed, 0, trimmed.length);
  }

  #codeOf(bytes: Uint8Array, start: number, end: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash(bytes, start, end) & mask;
    for (; this.#slots[slot] !== EMPTY; slot = (slot + 1) & mask) {
      if (this.#isText(this.#slots[slot], bytes, start, end)) return this.#slots[slot];
    }
    if (bytes.subarray(start, end).includes(0)) this.holdsNul = true;
    const code = this.#count;
    this.#keep(bytes, start, end);
    this.#slots[slot] = code;
    if (this.#count * 4 > this.#slots.length * 3) this.#growSlots();
    return code;
  }

  #start(code: number): number {
    return code === 0 ? 0 : this.#ends[code - 1];
  }

  #isText(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const at = this.#start(code);
    if (this.#ends[code] - at !== end - start) return false;
    for (let i = start; i < end; i++) if (bytes[i] !== this.#bytes[at + i - start]) return false;
    return true;
  }

  #keep(bytes: Uint8Array, start: number, end: number): void {
    const at = this.#start(this.#count);
    const needed = at + end - start;
    if (needed > this.#bytes.length) {
      const larger = Buffer.alloc(Math.ceil(needed * 1.5));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    if (this.#count === this.#ends.length) {
      const longer = new Float64Array(this.#ends.length * 2);
      longer.set(this.#ends);
      this.#ends = longer;
    }
    this.#bytes.set(bytes.subarray(start, end), at);
    this.#ends[this.#count++] = needed;
  }

  #growSlots(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(EMPTY);
    const mask = slots.length - 1;
    for (let code = 0; code < this.#count; code++) {
      let slot = hash(this.#bytes, this.#start(code), this.#ends[code]) & mask;
      while (slots[slot] !== EMPTY) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.#slots = slots;
  }
}

function hash(bytes: Uint8Array, start: number, end: number): number {
  let mixed = 0x811c9dc5; // FNV-1a, and the end of MurmurHash3 for the low bits
  for (let i = start; i < end; i++) mixed = Math.imul(mixed ^ bytes[i], 0x01000193);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
