import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { readTable } from "./read-table.ts";
import type { Table } from "./table.ts";
import { fault, folderForEachTest } from "./testing/folder.ts";
import { writeTable } from "./write-table.ts";

const folder = folderForEachTest();

const temporary = async (): Promise<string[]> =>
  (await readdir(tmpdir())).filter((name) => /^kentro-\w{6}$/.test(name));
const before = await temporary();
afterEach(async () => expect((await temporary()).filter((name) => !before.includes(name))).toEqual([]));

const read = async (name: string, content: string | Uint8Array): Promise<Table> =>
  readTable(await folder.file(name, content));
const categories = (table: Table): (readonly string[])[] =>
  table.columns.map((column) => (column.type === "text" ? column.categories : []));

const TEXT = "name,town\nJosé,Łódź\n李,“x”\n";
const READ = [
  ["José", "李"],
  ["Łódź", "“x”"],
];
const little = (text: string): Buffer => Buffer.from(text, "utf16le");
const big = (text: string): Buffer => Buffer.from(text, "utf16le").swap16();
const LONG = `name,town\n${"José,Ghent\n".repeat(100_000)}`;

test.each([
  ["little-endian, with a mark", little(`\ufeff${TEXT}`)],
  ["big-endian, with a mark", big(`\ufeff${TEXT}`)],
  ["little-endian, without one", little(TEXT)],
  ["big-endian, without one", big(TEXT)],
  ["packed", gzipSync(little(`\ufeff${TEXT}`))],
])("reads UTF-16: %s, and says so", async (_, bytes) => {
  const table = await read("x.csv", bytes);
  expect(categories(table)).toEqual(READ);
  expect(table.notes).toEqual(["x.csv: read as UTF-16 text."]);
});

test("reads Windows-1252 where a file is not UTF-8, however late that shows, and says so", async () => {
  const text = Buffer.from("name;price\nJos\xe9;5 \x80\nZo\xeb;7 \x80\n", "latin1");
  const table = await read("x.csv", text);
  expect(table.columns).toMatchObject([
    { type: "text", categories: ["José", "Zoë"] },
    { type: "numeric", values: Float64Array.of(5, 7) },
  ]);
  expect(table.notes?.[0]).toBe("x.csv: not UTF-8, so read as Windows-1252 (Latin-1) text.");
  const late = Buffer.concat([Buffer.from(`a,b\n${"1,x\n".repeat(280_000)}`), Buffer.from("2,caf\xe9\n", "latin1")]);
  expect(categories(await read("late.csv", late))[1]).toEqual(["x", "café"]);
  expect(categories(await read("late.csv.gz", gzipSync(late)))[1]).toEqual(["x", "café"]);
});

test("reads JSON lines in any of them, and behind a byte order mark", async () => {
  const json = '{"a":"é"}\n';
  for (const bytes of [little(`\ufeff${json}`), Buffer.from(json, "latin1"), Buffer.from(`\ufeff${json}`)]) {
    expect(categories(await read("x.jsonl", bytes))).toEqual([["é"]]);
  }
  expect(await read("x.jsonl", `\ufeff${json}`)).not.toHaveProperty("notes");
});

test("does not take damaged UTF-8 for Windows-1252", async () => {
  const damaged = Buffer.concat([Buffer.from("a,b\n1,ééé\n2,"), Uint8Array.of(0xe9), Buffer.from("\n")]);
  expect(await fault("BAD_ENCODING", read("x.csv", damaged))).toMatchObject({ row: 1 });
});

test("names the place of other faults in such a file too", async () => {
  const error = await fault("RAGGED_ROW", read("x.csv", little("\ufeffa,b\n1,2\n3\n")));
  expect(error).toMatchObject({ row: 1, message: "x.csv, row 2: expected 2 columns, got 1." });
});

test("writes as UTF-8 what it reads in another encoding", async () => {
  const source = await folder.file("x.csv", Buffer.from("name\nJos\xe9\n", "latin1"));
  await writeTable(folder.path("out.csv"), { source, added: [] });
  expect(await folder.text("out.csv")).toBe("name\nJosé\n");
});

test("leaves nothing behind when aborted while it reads such a file", async () => {
  const path = await folder.file("x.csv", little(`\ufeff${LONG}`));
  const abort = new AbortController();
  const reading = readTable(path, { signal: abort.signal });
  setTimeout(() => abort.abort("enough"), 5);
  await expect(reading).rejects.toBe("enough");
});

test("any text is the same in UTF-16 and UTF-8", async () => {
  const cell = fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }).filter((text) => !/["\0]/.test(text));
  let files = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 20 }), async (cells) => {
      const text = `a,b\n${cells.map((one) => `"${one}","x ${one}"\n`).join("")}`;
      const name = `${files++}.csv`;
      const { notes: _, ...utf16 } = await read(`16-${name}`, little(`\ufeff${text}`));
      const { notes: __, ...utf8 } = await read(`8-${name}`, text);
      expect(utf16).toEqual(utf8);
    }),
    { seed: 2, numRuns: 8 },
  );
});
