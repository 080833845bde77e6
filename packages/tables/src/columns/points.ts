import type { TextCells } from "../duckdb/text-cells.ts";

const POINT = 0x2e;
const ZERO = 0x30;
const SPACE = 0x20;
const SIGNS: readonly number[] = [0x2b, 0x2d];

/**
 * Watches the numbers of a column for what their points are. Where all are such as 7, 250 and 1.234 the point may stand
 * before a fraction or before thousands; the first other one ends the watch.
 */
export class Points {
  #watching = true;
  #seen = false;
  #fraction = false;

  /** Whether there are points, and any of them may part thousands. */
  get unclear(): boolean {
    return this.#watching && this.#seen;
  }

  /** Whether the number that ended the watch has a point before its fraction. */
  get fraction(): boolean {
    return this.#fraction;
  }

  /** Takes numbers (NaN is none) and their texts. */
  push(numbers: Float64Array, texts: TextCells): void {
    if (!this.#watching) return;
    for (let row = 0; row < numbers.length; row++) {
      if (Number.isNaN(numbers[row]) || this.#mayBeThousands(numbers[row], texts, row)) continue;
      this.#watching = false;
      this.#fraction = !Number.isInteger(numbers[row]);
      return;
    }
  }

  #mayBeThousands(number: number, texts: TextCells, row: number): boolean {
    const length = texts.words[row * 4];
    const first = byteAt(texts, row, 0);
    const signed = SIGNS.includes(first) ? 1 : 0;
    if (length - signed <= 3) return Number.isInteger(number);
    // White space around is left to those who look at the whole text.
    const padded = first <= SPACE || (length <= 12 && byteAt(texts, row, length - 1) <= SPACE);
    const before = length - signed - 4; // digits
    const grouped = before >= 1 && before <= 3 && byteAt(texts, row, length - 4) === POINT;
    const thousands = grouped && byteAt(texts, row, signed) !== ZERO;
    if (padded || thousands) this.#seen = true;
    return padded || thousands;
  }
}

/** One of the first 12 bytes of a text. */
function byteAt(texts: TextCells, row: number, at: number): number {
  return (texts.words[row * 4 + 1 + (at >> 2)] >>> ((at & 3) * 8)) & 0xff;
}
