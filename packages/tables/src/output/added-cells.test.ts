import { open } from "node:fs/promises";
import { expect, test } from "vitest";
import type { AddedColumn } from "../table.ts";
import { folderForEachTest } from "../testing/folder.ts";
import { AddedCells } from "./added-cells.ts";
import { ByteWriter } from "./byte-writer.ts";
import { CsvCells } from "./csv-cells.ts";

const folder = folderForEachTest();

const columns: readonly AddedColumn[] = [
  { name: "segment", codes: Int32Array.of(1, -1, 0), categories: ["A", "B"] },
  { name: "@name", codes: Int32Array.of(0, 0, -1), categories: ["-5, low"] },
];

async function written(added: AddedCells, rows: number): Promise<string> {
  const file = await open(folder.path("x"), "w");
  try {
    const writer = new ByteWriter(file);
    const cells = new CsvCells(writer, ",");
    added.writeNames(cells);
    cells.endRow();
    for (let row = 0; row < rows; row++) {
      added.writeRow(cells, row);
      cells.endRow();
    }
    await writer.flush();
  } finally {
    await file.close();
  }
  return folder.text("x");
}

test("writes each row's categories, nothing for -1, and no text that a spreadsheet would compute", async () => {
  expect(await written(new AddedCells(["age"], columns), 3)).toBe(`segment,'@name\nB,"'-5, low"\n,"'-5, low"\nA,\n`);
});

test("numbers its names where the table has them already, whatever their case", async () => {
  expect(await written(new AddedCells(["Segment", "SEGMENT_2"], columns), 0)).toBe("segment_3,'@name\n");
});

test("refuses a code that stands for no category", async () => {
  for (const code of [1, -2]) {
    const added = new AddedCells([], [{ name: "s", codes: Int32Array.of(code), categories: ["A"] }]);
    await expect(written(added, 1)).rejects.toThrow(`Expected a code from -1 to 0 in row 0, got ${code}`);
  }
});

test("refuses another number of rows than it has codes for", () => {
  const added = new AddedCells([], columns);
  expect(() => added.checkRows(3, "x.csv")).not.toThrow();
  expect(() => added.checkRows(4, "x.csv")).toThrow(
    "x.csv has 4 rows, but the columns to add have 3: it has changed since it was read.",
  );
});
