import type { FileHandle } from "node:fs/promises";
import type { CellBatch } from "../batches/read-batches.ts";
import type { DecimalMark } from "../cells/written-number.ts";
import type { TextCells } from "../duckdb/text-cells.ts";
import { AddedCells } from "../output/added-cells.ts";
import { writeAtomically } from "../output/atomic-file.ts";
import { withByteWriter } from "../output/byte-writer.ts";
import { CsvCells } from "../output/csv-cells.ts";
import { excelText } from "../output/formulas.ts";
import type { OutputType } from "../output/output-type.ts";
import { type Selection, withSource } from "../source/with-source.ts";
import { decimalMarks } from "./columns-of-numbers.ts";
import { labelRows } from "./label-rows.ts";
import type { Labelled, Labelling, Way } from "./labelling.ts";
import { type FoundColumns, withReadings } from "./readings.ts";

/** Writes the rows of a file as text with delimiters, and what labels them after their cells. */
export async function labelCsv(
  out: string,
  type: OutputType & { readonly format: "csv" },
  selection: Selection,
  labelling: Labelling,
  way: Way,
): Promise<Labelled> {
  const { overwrite, signal } = way;
  return withSource(selection, signal, async (source, connection, opened) => {
    const marks = type.style.excel ? await decimalMarks(source, connection) : source.names.map(() => null);
    const added = new AddedCells(source.names, labelling.added);
    const write = (target: FileHandle, found: FoundColumns): Promise<Labelled> =>
      withByteWriter(target, type.gzip, async (writer) => {
        const cells = new CsvCells(writer, type.style);
        for (const name of source.header) cells.text(type.style.excel ? excelText(name, null) : name);
        added.writeNames(cells);
        cells.endRow();
        const writeCell = source.names.map((_, i) => cellWriter(cells, type.style.excel, marks[i]));
        return labelRows(found, connection, opened, labelling, way, true, async (batch, codes) => {
          const together = added.together(codes, type.style);
          const addCells = (at: number): void => {
            if (together === null) added.writeRow(cells, codes, at);
            else cells.ready(together[(codes[0][at] ?? NO_CODE) - NO_CODE]);
          };
          writeRows(batch, cells, writeCell, addCells);
          await writer.flushWhenFull();
        });
      });
    return withReadings(source, connection, labelling.columns, opened.name, (found) =>
      writeAtomically(out, overwrite, (target) => write(target, found), signal),
    );
  });
}

const NO_CODE = -1;

type WriteCell = (column: TextCells, row: number) => void;

function writeRows(
  batch: CellBatch,
  cells: CsvCells,
  writeCell: readonly WriteCell[],
  addCells: (at: number) => void,
): void {
  let at = 0;
  for (const { rows, columns } of batch.cells) {
    for (let row = 0; row < rows; row++) {
      for (let i = 0; i < columns.length; i++) {
        if (columns[i].holds(row)) writeCell[i](columns[i], row);
        else cells.emptyCell();
      }
      addCells(at++);
      cells.endRow();
    }
  }
}

function cellWriter(cells: CsvCells, excel: boolean, mark: DecimalMark | null): WriteCell {
  return excel
    ? (column, row) => cells.text(excelText(column.text(row), mark))
    : (column, row) => cells.cell(column.bytes(row), column.start(row), column.end(row));
}
