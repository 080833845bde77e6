import { open } from "node:fs/promises";
import { expect, test } from "vitest";
import { folderForEachTest } from "../testing/folder.ts";
import { withByteWriter } from "./byte-writer.ts";
import { CsvCells } from "./csv-cells.ts";
import type { CsvStyle } from "./csv-style.ts";

const folder = folderForEachTest();
const PLAIN: CsvStyle = { delimiter: ",", excel: false };

async function written(rows: readonly (readonly string[])[], style: CsvStyle = PLAIN): Promise<string> {
  const file = await open(folder.path("x"), "w");
  await withByteWriter(file, false, async (writer) => {
    const cells = new CsvCells(writer, style);
    for (const row of rows) {
      for (const cell of row) cells.text(cell);
      cells.endRow();
      await writer.flushWhenFull();
    }
  });
  await file.close();
  return folder.text("x");
}

test("quotes what needs it and nothing else", async () => {
  const cells = ["a", "", "b c", "d,e", 'f"g', "h\ni", "j\rk", " l", "m ", "n\to", "p;q", "r|s", "é😀"];
  expect(await written([cells])).toBe('a,,b c,"d,e","f""g","h\ni","j\rk"," l","m ","n\to","p;q","r|s",é😀\n');
  expect(await written([["a,b;c|d", "c\td"]], { delimiter: "\t", excel: false })).toBe('"a,b;c|d"\t"c\td"\n');
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

test("begins a file for Excel with a byte order mark, and ends its rows with CRLF", async () => {
  const style = { delimiter: ";", excel: true } as const;
  expect(
    await written(
      [
        ["a", "b"],
        ["1,5", "é"],
      ],
      style,
    ),
  ).toBe('\ufeffa;b\r\n"1,5";é\r\n');
});
