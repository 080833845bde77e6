import { freeNames } from "../source/column-names.ts";
import type { AddedColumn } from "../table.ts";
import { TablesError } from "../tables-error.ts";
import { type CsvCells, withoutFormula } from "./csv-cells.ts";

const NO_VALUE = -1;

/** The added columns' cells, ready to be written row by row after those of the table. */
export class AddedCells {
  readonly #columns: readonly { codes: Int32Array; values: readonly Uint8Array[] }[];
  readonly #names: readonly string[];

  /** `taken` are the names of the table's own columns. */
  constructor(taken: readonly string[], added: readonly AddedColumn[]) {
    const encoder = new TextEncoder();
    this.#names = freeNames(
      taken,
      added.map((column) => column.name),
    );
    this.#columns = added.map(({ codes, categories }) => ({
      codes,
      values: categories.map((category) => encoder.encode(withoutFormula(category))),
    }));
  }

  writeNames(cells: CsvCells): void {
    for (const name of this.#names) cells.text(withoutFormula(name));
  }

  writeRow(cells: CsvCells, row: number): void {
    for (const { codes, values } of this.#columns) {
      const code = codes[row] ?? NO_VALUE; // rows that there are no codes for are counted, and refused at the end
      const value: Uint8Array | undefined = values[code];
      if (value !== undefined) cells.cell(value);
      else if (code === NO_VALUE) cells.emptyCell();
      else throw new RangeError(`Expected a code from -1 to ${values.length - 1} in row ${row}, got ${code}`);
    }
  }

  /** Throws ROWS_CHANGED unless every added column has a value or nothing for each of the rows. */
  checkRows(rows: number, what: string): void {
    for (const { codes } of this.#columns) {
      if (codes.length !== rows) {
        throw new TablesError(
          "ROWS_CHANGED",
          `${what} has ${rows} rows, but the columns to add have ${codes.length}: it has changed since it was read.`,
        );
      }
    }
  }
}
