import { open } from "node:fs/promises";
import { expect, test } from "vitest";
import type { AddedColumn } from "../table.ts";
import { folderForEachTest } from "../testing/folder.ts";
import { AddedCells, checkAddedRows, checkCodes } from "./added-cells.ts";
import { withByteWriter } from "./byte-writer.ts";
import { CsvCells } from "./csv-cells.ts";

const folder = folderForEachTest();

const columns: readonly AddedColumn[] = [
  { name: "segment", codes: Int32Array.of(1, -1, 0), categories: ["A", "B"] },
  { name: "@name", codes: Int32Array.of(0, 0, -1), categories: ["-5, low"] },
];

const codes = columns.map((column) => column.codes);

async function written(added: AddedCells, rows: number): Promise<string> {
  const file = await open(folder.path("x"), "w");
  await withByteWriter(file, false, async (writer) => {
    const cells = new CsvCells(writer, { delimiter: ",", excel: false });
    added.writeNames(cells);
    cells.endRow();
    for (let row = 0; row < rows; row++) {
      added.writeRow(cells, codes, row);
      cells.endRow();
    }
  });
  await file.close();
  return folder.text("x");
}

test("writes each row's categories, nothing for -1, and no text that a spreadsheet would compute", async () => {
  expect(await written(new AddedCells(["age"], columns), 3)).toBe(`segment,'@name\nB,"'-5, low"\n,"'-5, low"\nA,\n`);
});

test("has the cells of a code together, as they are written one by one, where columns share their codes", async () => {
  const [{ codes: shared }] = columns;
  const names = [
    { name: "segment", categories: ["A", "B"] },
    { name: "segment_name", categories: ["=low; high", "a, b"] },
  ];
  const texts = (delimiter: "," | ";") =>
    new AddedCells(["age"], names)
      .together([shared, shared], { delimiter, excel: false })
      ?.map((bytes) => new TextDecoder().decode(bytes));
  expect(texts(",")).toEqual([",,", `,A,"'=low; high"`, `,B,"a, b"`]);
  expect(texts(";")).toEqual([";;", `;A;"'=low; high"`, `;B;"a, b"`]);
  expect(
    new AddedCells(["age"], names).together([shared, shared.slice()], { delimiter: ",", excel: false }),
  ).toBeNull();
  expect(new AddedCells(["age"], []).together([], { delimiter: ",", excel: false })).toBeNull();
});

test("numbers its names where the table has them already, whatever their case", async () => {
  expect(await written(new AddedCells(["Segment", "SEGMENT_2"], columns), 0)).toBe("segment_3,'@name\n");
});

test("refuses a code that stands for no category", () => {
  for (const code of [1, -2]) {
    const label = { name: "s", categories: ["A"] };
    expect(() => checkCodes([Int32Array.of(0, -1, code)], [label], 10)).toThrow(
      `Expected a code from -1 to 0 in row 12, got ${code}`,
    );
  }
  expect(() => checkCodes(codes, columns, 0)).not.toThrow();
});

test("refuses another number of rows than there are codes for", () => {
  expect(() => checkAddedRows(columns, 3, "x.csv")).not.toThrow();
  expect(() => checkAddedRows(columns, 4, "x.csv")).toThrow(
    "x.csv has 4 rows, but the columns to add have 3: it has changed since it was read.",
  );
});
