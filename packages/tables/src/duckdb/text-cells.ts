import type { Bindings } from "./chunk.ts";

const CELL_BYTES = 16;
const CELL_WORDS = 4;
const TEXT_AT = 4;
const POINTER_AT = 8;
const INLINE_BYTES = 12;
/** The smallest page of memory anywhere. */
const PAGE_BYTES = 4096;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * The cells of a VARCHAR column in some rows, `row` counted within them. A cell is 16 bytes: its length in bytes, then
 * up to 12 bytes of UTF-8 text; of longer text its first four bytes and a pointer to all of it.
 *
 *     | length | t0 t1 t2 t3 | t4 t5 t6 t7 | t8 t9 t10 t11 |     length <= 12: short, zeros after the text
 *     | length | t0 t1 t2 t3 |          pointer            |     length >  12: long
 */
export class TextCells {
  static readonly BYTES: number = CELL_BYTES;
  /** Four a cell. */
  readonly words: Uint32Array;
  readonly #bindings: Bindings;
  readonly #cells: Uint8Array;
  readonly #memory: ArrayBuffer;
  readonly #valid: Uint8Array | null;
  #long: { readonly bytes: Uint8Array; readonly starts: Int32Array } | null = null;

  constructor(bindings: Bindings, cells: Uint8Array, valid: Uint8Array | null) {
    if (!(cells.buffer instanceof ArrayBuffer)) throw new TypeError("Expected memory that is not shared");
    this.#bindings = bindings;
    this.#cells = cells;
    this.#memory = cells.buffer;
    this.#valid = valid;
    this.words = new Uint32Array(cells.buffer, cells.byteOffset, cells.byteLength / 4);
  }

  /** False where the cell is NULL: nothing else is to be asked of it then. */
  holds(row: number): boolean {
    return this.#valid === null || (this.#valid[row >> 3] & (1 << (row & 7))) !== 0;
  }

  /** Whether the whole text stands in `words`. */
  isShort(row: number): boolean {
    return this.words[row * CELL_WORDS] <= INLINE_BYTES;
  }

  /** The bytes in which the text stands, from `start` to before `end`. */
  bytes(row: number): Uint8Array {
    return this.isShort(row) ? this.#cells : this.#longTexts().bytes;
  }

  start(row: number): number {
    return this.isShort(row) ? row * CELL_BYTES + TEXT_AT : this.#longTexts().starts[row];
  }

  end(row: number): number {
    return this.start(row) + this.words[row * CELL_WORDS];
  }

  text(row: number): string {
    return decoder.decode(this.bytes(row).subarray(this.start(row), this.end(row)));
  }

  /**
   * Long texts lie one after the other, in a few runs: asking for a run costs as much as asking for one text. Texts
   * less than a page apart are of one run: both their pages are there to be read, so the bytes between them are too.
   */
  #longTexts(): { readonly bytes: Uint8Array; readonly starts: Int32Array } {
    if (this.#long !== null) return this.#long;
    const rows = this.words.length / CELL_WORDS;
    const starts = new Int32Array(rows);
    const runs: { readonly row: number; length: number }[] = [];
    let total = 0;
    let first = 0; // address of the run's first byte
    let end = -PAGE_BYTES; // and behind its last
    for (let row = 0; row < rows; row++) {
      if (!this.holds(row) || this.isShort(row)) continue;
      const pointer = this.words[row * CELL_WORDS + 2] + this.words[row * CELL_WORDS + 3] * 2 ** 32;
      if (pointer < end || pointer - end >= PAGE_BYTES) {
        total += runs.at(-1)?.length ?? 0;
        runs.push({ row, length: 0 });
        first = pointer;
      }
      end = pointer + this.words[row * CELL_WORDS];
      runs[runs.length - 1].length = end - first;
      starts[row] = total + pointer - first;
    }
    const bytes = new Uint8Array(total + (runs.at(-1)?.length ?? 0));
    let at = 0;
    for (const { row, length } of runs) {
      const pointer = this.#cells.byteOffset + row * CELL_BYTES + POINTER_AT;
      bytes.set(this.#bindings.get_data_from_pointer(this.#memory, pointer, length), at);
      at += length;
    }
    this.#long = { bytes, starts };
    return this.#long;
  }
}
