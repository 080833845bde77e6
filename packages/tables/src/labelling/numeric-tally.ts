import { NUMERIC_SHARE } from "../columns/column-builder.ts";
import type { Column } from "../table.ts";
import { shown, TablesError } from "../tables-error.ts";
import type { NumericReading } from "./labelling.ts";

const MOST_BAD_CELLS_LISTED = 1000;

/** Adds up, batch by batch, how a column of numbers was read. */
export class NumericTally {
  readonly #name: string;
  readonly #unreadable: { row: number; value: string }[] = [];
  #numbers = 0;
  #missing = 0;
  #unreadableCount = 0;

  constructor(name: string) {
    this.#name = name;
  }

  add(column: Column, firstRow: number): void {
    if (column.type !== "numeric") throw new Error("expected a column read as numbers to be numeric");
    this.#missing += column.missing;
    this.#unreadableCount += column.unreadableCount;
    this.#numbers += column.values.length - column.missing - column.unreadableCount;
    const room = MOST_BAD_CELLS_LISTED - this.#unreadable.length;
    for (const { row, value } of column.unreadable.slice(0, room)) {
      this.#unreadable.push({ row: firstRow + row, value });
    }
  }

  get reading(): NumericReading {
    const [name, missing] = [this.#name, this.#missing];
    return { name, missing, unreadable: this.#unreadable, unreadableCount: this.#unreadableCount };
  }

  /** Throws NOT_NUMERIC where reading the file as a whole would find text in the column, or, `isText`, has found it. */
  check(file: string, isText: boolean): void {
    const present = this.#numbers + this.#unreadableCount;
    const ofNumbers = !isText && this.#numbers > 0 && this.#numbers >= NUMERIC_SHARE * present;
    const [first] = this.#unreadable;
    if (ofNumbers || present === 0) return;
    const sentence = `${file}, column "${shown(this.#name)}" holds text, not numbers`;
    const place = { column: this.#name };
    if (first === undefined) throw new TablesError("NOT_NUMERIC", `${sentence}.`, place);
    throw new TablesError("NOT_NUMERIC", `${sentence}: row ${first.row + 1} has "${shown(first.value)}".`, {
      ...place,
      ...first,
    });
  }
}
