import { open } from "node:fs/promises";
import { expect, test } from "vitest";
import { folderForEachTest } from "../testing/folder.ts";
import { ByteWriter } from "./byte-writer.ts";
import { CsvCells, withoutFormula } from "./csv-cells.ts";

const folder = folderForEachTest();

async function written(rows: readonly (readonly string[])[], delimiter: "," | "\t" = ","): Promise<string> {
  const file = await open(folder.path("x"), "w");
  const writer = new ByteWriter(file);
  const cells = new CsvCells(writer, delimiter);
  for (const row of rows) {
    for (const cell of row) cells.text(cell);
    cells.endRow();
    await writer.flushWhenFull();
  }
  await writer.flush();
  await file.close();
  return folder.text("x");
}

test("quotes what needs it and nothing else", async () => {
  const cells = ["a", "", "b c", "d,e", 'f"g', "h\ni", "j\rk", " l", "m ", "n\to", "p;q", "r|s", "é😀"];
  expect(await written([cells])).toBe('a,,b c,"d,e","f""g","h\ni","j\rk"," l","m ","n\to","p;q","r|s",é😀\n');
  expect(await written([["a,b;c|d", "c\td"]], "\t")).toBe('"a,b;c|d"\t"c\td"\n');
});

test("writes a row of one empty cell so that it is no empty line", async () => {
  expect(await written([["a"], [""], ["", ""]])).toBe('a\n""\n,\n');
});

test("writes cells longer than its buffer", async () => {
  const long = "x".repeat(3_000_000);
  expect(
    await written([
      ["a", long],
      [`${long}"`, "b"],
    ]),
  ).toBe(`a,${long}\n"${long}""",b\n`);
});

test("puts an apostrophe before what a spreadsheet would compute", () => {
  expect(["=1", "+1", "-1", "@a", "\ta", "\ra"].map(withoutFormula)).toEqual([
    "'=1",
    "'+1",
    "'-1",
    "'@a",
    "'\ta",
    "'\ra",
  ]);
  expect(["a=1", "", "'=1", "1-1"].map(withoutFormula)).toEqual(["a=1", "", "'=1", "1-1"]);
});
