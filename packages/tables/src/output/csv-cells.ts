import type { ByteWriter } from "./byte-writer.ts";
import type { CsvStyle } from "./csv-style.ts";

const QUOTE = 0x22;
const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;
const SPACE = 0x20;
const COPIED_BYTE_BY_BYTE = 24; // from there on a call of `set` is faster
/**
 * 1 for the bytes that only a quoted cell holds: all delimiters among which readers guess, not the file's own alone, so
 * that none of the others seems to be it.
 */
const SPECIAL = new Uint8Array(256);
for (const character of '",;\t|\n\r') SPECIAL[character.charCodeAt(0)] = 1;
const BYTE_ORDER_MARK = Uint8Array.of(0xef, 0xbb, 0xbf);
const encoder = new TextEncoder();

/**
 * Writes rows of cells as RFC 4180 has it; a cell is quoted where it must be. Rows end with LF; for Excel with CRLF, and
 * a byte order mark comes before the first.
 */
export class CsvCells {
  readonly #out: ByteWriter;
  readonly #delimiter: number;
  readonly #excel: boolean;
  #cells = 0;
  #empty = true;

  constructor(out: ByteWriter, style: CsvStyle) {
    this.#out = out;
    this.#delimiter = style.delimiter.charCodeAt(0);
    this.#excel = style.excel;
    if (style.excel) out.all(BYTE_ORDER_MARK);
  }

  /** One cell of UTF-8 text: the bytes from `from` to before `to`. */
  cell(utf8: Uint8Array, from = 0, to: number = utf8.length): void {
    if (from === to) {
      this.emptyCell();
      return;
    }
    this.#empty = false;
    if (to - from > COPIED_BYTE_BY_BYTE) this.#longCell(utf8, from, to);
    else this.#shortCell(utf8, from, to);
  }

  /** Copies and looks for what needs quotes at the same time: nearly all cells are short, and have nothing of it. */
  #shortCell(utf8: Uint8Array, from: number, to: number): void {
    const bytes = this.#out.room(to - from + 1);
    let at = this.#out.used;
    if (this.#cells++ > 0) bytes[at++] = this.#delimiter;
    const begin = at;
    // A space at an end stays as it is inside quotes for every reader.
    let special = utf8[from] === SPACE || utf8[to - 1] === SPACE ? 1 : 0;
    for (let i = from; i < to; i++) {
      const byte = utf8[i];
      special |= SPECIAL[byte];
      bytes[at++] = byte;
    }
    this.#out.take(special === 0 ? at : begin);
    if (special !== 0) this.#quote(utf8, from, to);
  }

  #longCell(utf8: Uint8Array, from: number, to: number): void {
    this.#begin();
    if (needsQuotes(utf8, from, to)) this.#quote(utf8, from, to);
    else this.#out.all(utf8.subarray(from, to));
  }

  #quote(utf8: Uint8Array, from: number, to: number): void {
    this.#out.byte(QUOTE);
    for (let i = from; i < to; i++) {
      if (utf8[i] === QUOTE) this.#out.byte(QUOTE);
      this.#out.byte(utf8[i]);
    }
    this.#out.byte(QUOTE);
  }

  /** One empty cell. */
  emptyCell(): void {
    this.#begin();
  }

  text(text: string): void {
    this.cell(encoder.encode(text));
  }

  /**
   * Cells as they were written before, from the delimiter on that parts them from the cell before: there must be one.
   */
  ready(bytes: Uint8Array): void {
    this.#cells++;
    const room = this.#out.room(bytes.length);
    let at = this.#out.used;
    for (let i = 0; i < bytes.length; i++) room[at++] = bytes[i];
    this.#out.take(at);
  }

  /** Ends the row. A row that is one empty cell is written as "", or it would be an empty line. */
  endRow(): void {
    if (this.#cells === 1 && this.#empty) {
      this.#out.byte(QUOTE);
      this.#out.byte(QUOTE);
    }
    if (this.#excel) this.#out.byte(CARRIAGE_RETURN);
    this.#out.byte(LINE_FEED);
    this.#cells = 0;
    this.#empty = true;
  }

  #begin(): void {
    if (this.#cells++ > 0) this.#out.byte(this.#delimiter);
  }
}

// A space at an end stays as it is inside quotes for every reader.
function needsQuotes(utf8: Uint8Array, from: number, to: number): boolean {
  if (utf8[from] === SPACE || utf8[to - 1] === SPACE) return true;
  for (let i = from; i < to; i++) if (SPECIAL[utf8[i]] === 1) return true;
  return false;
}
