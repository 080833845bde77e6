import { freeNames } from "../source/column-names.ts";
import type { AddedColumn, Label } from "../table.ts";
import { TablesError } from "../tables-error.ts";
import { ByteWriter } from "./byte-writer.ts";
import { CsvCells } from "./csv-cells.ts";
import type { CsvStyle } from "./csv-style.ts";
import { withoutFormula } from "./formulas.ts";

const NO_VALUE = -1;

/** The added columns' cells, ready to be written row by row after those of the table. */
export class AddedCells {
  readonly #values: readonly (readonly Uint8Array[])[];
  readonly #names: readonly string[];
  #together: readonly Uint8Array[] | null = null;

  /** `taken` are the names of the table's own columns. */
  constructor(taken: readonly string[], added: readonly Label[]) {
    const encoder = new TextEncoder();
    this.#names = addedNames(taken, added).map(withoutFormula);
    this.#values = added.map(({ categories }) =>
      categories.map((category) => encoder.encode(withoutFormula(category))),
    );
  }

  writeNames(cells: CsvCells): void {
    for (const name of this.#names) cells.text(name);
  }

  /**
   * What is written after the table's cells, all of it, for the codes -1, 0, 1, ... in turn, where the columns share their
   * codes, as letters and names of segments do; else null.
   */
  together(codes: readonly Int32Array[], { delimiter }: CsvStyle): readonly Uint8Array[] | null {
    if (codes.length === 0 || codes.some((each) => each !== codes[0])) return null;
    this.#together ??= this.#allTogether(delimiter);
    return this.#together;
  }

  #allTogether(delimiter: CsvStyle["delimiter"]): readonly Uint8Array[] {
    const count = Math.min(...this.#values.map(({ length }) => length));
    return Array.from({ length: 1 + count }, (_, i) => {
      const writer = new ByteWriter(async () => {});
      const cells = new CsvCells(writer, { delimiter, excel: false });
      cells.emptyCell();
      const codes = this.#values.map(() => Int32Array.of(i + NO_VALUE));
      this.writeRow(cells, codes, 0);
      return writer.room(0).slice(0, writer.used);
    });
  }

  /** Writes the row that has the codes at `at`, an array of them for each added column. */
  writeRow(cells: CsvCells, codes: readonly Int32Array[], at: number): void {
    for (let i = 0; i < this.#values.length; i++) {
      const code = codes[i][at] ?? NO_VALUE; // rows that there are no codes for are counted, and refused at the end
      if (code === NO_VALUE) cells.emptyCell();
      else cells.cell(this.#values[i][code]);
    }
  }
}

/** The names that added columns get beside those of the table. */
export function addedNames(taken: readonly string[], added: readonly Label[]): string[] {
  return freeNames(
    taken,
    added.map(({ name }) => name),
  );
}

/** Throws a RangeError unless each of the added columns' codes is -1 or has its category. `firstRow` is that of the codes. */
export function checkCodes(codes: readonly Int32Array[], added: readonly Label[], firstRow: number): void {
  added.forEach(({ categories: { length } }, i) => {
    const row = codes[i].findIndex((code) => code < NO_VALUE || code >= length);
    if (row >= 0) {
      throw new RangeError(`Expected a code from -1 to ${length - 1} in row ${firstRow + row}, got ${codes[i][row]}`);
    }
  });
}

/** Throws ROWS_CHANGED unless every added column has a code for each of the rows of `what`, and no more. */
export function checkAddedRows(added: readonly AddedColumn[], rows: number, what: string): void {
  for (const { codes } of added) {
    if (codes.length !== rows) {
      throw new TablesError(
        "ROWS_CHANGED",
        `${what} has ${rows} rows, but the columns to add have ${codes.length}: it has changed since it was read.`,
      );
    }
  }
}
