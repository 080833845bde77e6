import type { Reading } from "../cells/reading.ts";
import { isWrittenDate } from "../cells/written-date.ts";
import { isWrittenNumber } from "../cells/written-number.ts";
import type { TextCells } from "../duckdb/text-cells.ts";
import type { BadCell, Column } from "../table.ts";
import { shown, TablesError } from "../tables-error.ts";
import { Dictionary, MISSING } from "./dictionary.ts";
import { Growing } from "./growing.ts";
import { KeptTexts } from "./kept-texts.ts";
import { Points } from "./points.ts";

/** A column is numeric when at least this share of its cells that are not missing are finite numbers. */
export const NUMERIC_SHARE = 0.8;
const MOST_BAD_CELLS_LISTED = 1000;
const HAS_DIGIT = /\d/;

/**
 * Gathers one column while its rows stream by, and says at the end what it is, where its reading does not.
 *
 * Numbers are kept from the first one on, and codes until the first number: a column that is text in the end and had
 * numbers among its cells ("12" beside "12a") is `mixed`, and is read once more as text.
 */
export class ColumnBuilder {
  readonly #file: string;
  readonly #name: string;
  readonly #reading: Reading;
  readonly #firstRow: number;
  readonly #numbers = new Growing<Float64Array>((length) => new Float64Array(length), Number.NaN);
  readonly #codes = new Growing<Int32Array>((length) => new Int32Array(length), MISSING);
  readonly #dictionary: Dictionary | KeptTexts;
  readonly #points = new Points();
  readonly #badCells: BadCell[] = [];
  #rows = 0;
  #numberCount = 0;
  #textCount = 0;

  /**
   * `keepAll`: hold the texts of a column that is read as text, however many there are. `firstRow`: the place in the file of
   * the first row that comes.
   */
  constructor(file: string, name: string, reading: Reading, keepAll = false, firstRow = 0) {
    this.#firstRow = firstRow;
    this.#file = file;
    this.#name = name;
    this.#reading = reading;
    this.#dictionary = keepAll ? new KeptTexts() : new Dictionary();
  }

  /** Takes the next rows: the cells as numbers and, where they are no numbers, as text. */
  push(rows: number, numbers: Float64Array, texts: TextCells): void {
    const finite = this.#reading.as === "text" ? 0 : keepFinite(numbers);
    if (finite > 0) {
      if (this.#numberCount === 0) this.#codes.clear();
      this.#numberCount += finite;
      this.#numbers.write(numbers, this.#rows);
      if (this.#reading.as === "undecided") this.#points.push(numbers, texts);
    }
    if (finite < rows) this.#pushTexts(rows, numbers, texts);
    this.#rows += rows;
  }

  /** Whether some of its texts are numbers or dates to people: how the column is to be read is not found out yet. */
  holdsWritten(): boolean {
    if (this.#reading.as !== "undecided") return false;
    const texts = this.#dictionary.categories;
    return texts.some((text) => HAS_DIGIT.test(text) && (isWrittenNumber(text) || isWrittenDate(text)));
  }

  /** What the points in its numbers are. */
  get points(): Pick<Points, "unclear" | "fraction"> {
    return this.#points;
  }

  /** The column, or "mixed". Gives up what it holds. */
  build(): Column | "mixed" {
    const name = this.#name;
    const present = this.#numberCount + this.#textCount;
    const missing = this.#rows - present;
    const { as } = this.#reading;
    const ofNumbers = this.#numberCount > 0 && this.#numberCount >= NUMERIC_SHARE * present;
    if (as === "number" || as === "date" || (as === "undecided" && ofNumbers)) {
      const values = this.#numbers.take(this.#rows);
      const type = as === "date" ? "date" : "numeric";
      return { name, type, values, missing, unreadable: this.#badCells, unreadableCount: this.#textCount };
    }
    this.#numbers.clear();
    if (this.#numberCount > 0) return "mixed";
    if (this.#dictionary.full) return { name, type: "identifier", missing };
    return {
      name,
      type: "text",
      codes: this.#codes.take(this.#rows),
      categories: this.#dictionary.categories,
      missing,
    };
  }

  #pushTexts(rows: number, numbers: Float64Array, texts: TextCells): void {
    const keepCodes = this.#numberCount === 0 && !this.#dictionary.full;
    const codes = keepCodes ? new Int32Array(rows).fill(MISSING) : null;
    for (let row = 0; row < rows; row++) {
      if (!Number.isNaN(numbers[row]) || !texts.holds(row)) continue;
      const code = this.#dictionary.code(texts, row);
      if (this.#dictionary.holdsNul) throw this.#nulFault(this.#firstRow + this.#rows + row);
      if (code === MISSING) continue;
      if (codes !== null) codes[row] = code;
      this.#textCount++;
      if (this.#badCells.length < MOST_BAD_CELLS_LISTED) {
        this.#badCells.push({ row: this.#rows + row, value: texts.text(row) });
      }
    }
    if (this.#dictionary.full) this.#codes.clear();
    else if (codes !== null) this.#codes.write(codes, this.#rows);
  }

  #nulFault(row: number): TablesError {
    return new TablesError(
      "BINARY_FILE",
      `${this.#file} is not a text file: row ${row + 1}, column "${shown(this.#name)}" holds a NUL character.`,
      { row, column: this.#name },
    );
  }
}

/** Makes NaN of all that is no finite number, and returns how many are left. */
function keepFinite(numbers: Float64Array): number {
  let finite = 0;
  for (let row = 0; row < numbers.length; row++) {
    if (Number.isFinite(numbers[row])) finite++;
    else numbers[row] = Number.NaN;
  }
  return finite;
}
