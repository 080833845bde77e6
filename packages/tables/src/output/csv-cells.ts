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
    this.#begin();
    if (from === to) return;
    this.#empty = false;
    const quoted = this.#needsQuotes(utf8, from, to);
    if (!quoted && to - from > COPIED_BYTE_BY_BYTE) {
      this.#out.all(utf8.subarray(from, to));
      return;
    }
    if (quoted) this.#out.byte(QUOTE);
    for (let i = from; i < to; i++) {
      if (utf8[i] === QUOTE) this.#out.byte(QUOTE);
      this.#out.byte(utf8[i]);
    }
    if (quoted) this.#out.byte(QUOTE);
  }

  /** One empty cell. */
  emptyCell(): void {
    this.#begin();
  }

  text(text: string): void {
    this.cell(encoder.encode(text));
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

  // A space at an end stays as it is inside quotes for every reader.
  #needsQuotes(utf8: Uint8Array, from: number, to: number): boolean {
    if (utf8[from] === SPACE || utf8[to - 1] === SPACE) return true;
    for (let i = from; i < to; i++) if (SPECIAL[utf8[i]] === 1) return true;
    return false;
  }
}
