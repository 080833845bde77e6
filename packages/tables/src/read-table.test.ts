import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readTable } from "./read-table.ts";
import type { Column, NumericColumn, Table } from "./table.ts";
import { folderForEachTest } from "./testing/folder.ts";

const folder = folderForEachTest();

const read = async (name: string, content: string | Uint8Array): Promise<Table> =>
  readTable(await folder.file(name, content));

/** A column's cells as people would write them down; null where there is none. */
function cells(column: Column): (number | string | null)[] {
  if (column.type === "numeric") return [...column.values].map((value) => (Number.isNaN(value) ? null : value));
  if (column.type === "text") return [...column.codes].map((code) => column.categories[code] ?? null);
  throw new Error("neither numbers nor text that is held");
}

const table = (read: Table): Record<string, unknown> =>
  Object.fromEntries(read.columns.map((column) => [column.name, cells(column)]));

function numeric(read: Table, name: string): NumericColumn {
  const column = read.columns.find((candidate) => candidate.name === name);
  if (column?.type !== "numeric") throw new Error(`expected ${name} to be numeric`);
  return column;
}

const PEOPLE = { name: ["Ada", "Bob, Jr", "Ada"], age: [36, 41.5, 29] };

test.each([
  ["commas", 'name,age\nAda,36\n"Bob, Jr",41.5\nAda,29\n'],
  ["semicolons", "name;age\nAda;36\nBob, Jr;41.5\nAda;29\n"],
  ["tabs", "name\tage\nAda\t36\nBob, Jr\t41.5\nAda\t29\n"],
  ["pipes", "name|age\nAda|36\nBob, Jr|41.5\nAda|29\n"],
  ["a byte order mark", '\ufeffname,age\nAda,36\n"Bob, Jr",41.5\nAda,29\n'],
  ["a byte order mark and a quoted name", '\ufeff"name",age\nAda,36\n"Bob, Jr",41.5\nAda,29\n'],
  ["CR LF", 'name,age\r\nAda,36\r\n"Bob, Jr",41.5\r\nAda,29\r\n'],
  ["CR", 'name,age\rAda,36\r"Bob, Jr",41.5\rAda,29\r'],
  ["LF and CR LF", 'name,age\nAda,36\r\n"Bob, Jr",41.5\nAda,29\r\n'],
  ["no line end after the last row", 'name,age\nAda,36\n"Bob, Jr",41.5\nAda,29'],
  ["empty lines between and before", '\n\nname,age\n\nAda,36\n"Bob, Jr",41.5\n\n\nAda,29\n\n'],
  ["spaces around", ' name ,age \n Ada, 36\n"Bob, Jr" ,41.5 \nAda\t,\t29\n'],
  ["delimiters at the end of rows", 'name,age\nAda,36,\n"Bob, Jr",41.5,\nAda,29,,\n'],
])("reads a CSV file with %s", async (_, text) => {
  expect(table(await read("people.csv", text))).toEqual(PEOPLE);
});

test("reads TSV, unknown extensions and gzip'd files", async () => {
  expect(table(await read("people.tsv", "name\tage\nAda\t36\nBob, Jr\t41.5\nAda\t29\n"))).toEqual(PEOPLE);
  const text = 'name,age\nAda,36\n"Bob, Jr",41.5\nAda,29\n';
  expect(table(await read("people", text))).toEqual(PEOPLE);
  expect(table(await read("people.dat", text))).toEqual(PEOPLE);
  expect(table(await read("people.csv.gz", gzipSync(text)))).toEqual(PEOPLE);
  expect(table(await read("packed-but-not-named-so.csv", gzipSync(text)))).toEqual(PEOPLE);
});

test("reads JSON lines, also gzip'd: keys as columns, in the order of their first appearance", async () => {
  const text = `{"name":"Ada","age":36}\r\n\n{"age":41.5,"name":"Bob, Jr","vip":true}\n{"name":null,"age":"29","tags":["x",{"y":1}]}`;
  const people = {
    name: ["Ada", "Bob, Jr", null],
    age: [36, 41.5, 29],
    vip: [null, "true", null],
    tags: [null, null, '["x",{"y":1}]'],
  };
  for (const name of ["people.jsonl", "people.ndjson", "people.json"])
    expect(table(await read(name, text))).toEqual(people);
  expect(table(await read("people.jsonl.gz", gzipSync(text)))).toEqual(people);
});

test("takes an empty JSON object for a row of missing cells", async () => {
  expect(table(await read("x.jsonl", '{"a":1}\n{}\n{"a":3}\n'))).toEqual({ a: [1, null, 3] });
});

test("reads JSON keys of every kind", async () => {
  const row = JSON.parse(`{"__proto__":1,"it's":2,"q\\"x":3,"'; --":4,"":5,"a.b":7,"$":8,"a/b~c":9,"0":10,"é\\n":11}`);
  const people = await read("keys.jsonl", `${JSON.stringify(row)}\n`);
  expect(people.columns.map((column) => column.name)).toEqual(
    Object.keys(row).map((key, i) => key.trim() || `column ${i + 1}`),
  );
  expect(people.columns.map((column) => cells(column)[0])).toEqual(Object.values(row));
});

test("takes a column for numeric when four of five cells are numbers, and lists those that are not", async () => {
  const people = await read("x.csv", "a,b\n1,1\n2,x\n3,y \nabc,4\n5,5\n,\n");
  expect(numeric(people, "a")).toMatchObject({
    missing: 1,
    unreadable: [{ row: 3, value: "abc" }],
    unreadableCount: 1,
  });
  expect(cells(people.columns[0])).toEqual([1, 2, 3, null, 5, null]);
  expect(people.columns[1]).toMatchObject({ type: "text", missing: 1 });
  expect(cells(people.columns[1])).toEqual(["1", "x", "y", "4", "5", null]);
});

test("finds the type of a column whose first number comes late, or first text", async () => {
  const late = ["x", ...Array.from({ length: 5000 }, (_, i) => String(i))];
  const early = [
    ...Array.from({ length: 5000 }, (_, i) => String(i)),
    ...Array.from({ length: 5000 }, (_, i) => `t${i % 9}`),
  ];
  const lateRead = await read("late.csv", `a\n${late.join("\n")}\n`);
  expect(numeric(lateRead, "a").unreadable).toEqual([{ row: 0, value: "x" }]);
  expect(cells(lateRead.columns[0])).toEqual([null, ...Array.from({ length: 5000 }, (_, i) => i)]);
  expect(cells((await read("early.csv", `a\n${early.join("\n")}\n`)).columns[0])).toEqual(early);
});

test("takes cells that mean nothing for missing", async () => {
  const words = ["", " ", '"  "', '""', "NA", "n/a", "#N/A", "<NA>", "null", "NULL", "NaN", " nan "];
  const people = await read("x.csv", `a,b\n${words.map((word) => `${word},${word}`).join("\n")}\n7,seven\n`);
  expect(people.columns[0]).toMatchObject({ type: "numeric", missing: words.length, unreadableCount: 0 });
  expect(people.columns[1]).toMatchObject({ type: "text", missing: words.length, categories: ["seven"] });
  expect(table(people)).toEqual({ a: [...words.map(() => null), 7], b: [...words.map(() => null), "seven"] });
});

test("reads numbers as programs write them", async () => {
  const good = ["1", "+5", "-.5", "5.", "1e3", "1E+3", "0.1", "1e308", "-0", "9007199254740993", "00123", "1e-400"];
  const bad = ["inf", "-Infinity", "1e999", "0x1F", "1_000", "+-1", " +-1", "true", "1e", "--1", "\u0661"];
  const rows = [...Array.from({ length: 9 }, () => good).flat(), ...bad];
  const column = numeric(await read("x.csv", `a;b\n${rows.map((cell) => `${cell};x`).join("\n")}\n`), "a");
  expect([...column.values.subarray(0, good.length)]).toEqual(good.map(Number));
  expect(column.unreadable.map((cell) => cell.value)).toEqual(bad);
});

test("lists a thousand unreadable cells of a column, and counts all", async () => {
  const rows = Array.from({ length: 9000 }, (_, i) => (i % 6 === 0 ? `bad ${i}` : String(i)));
  const column = numeric(await read("x.csv", `a\n${rows.join("\n")}\n`), "a");
  expect(column.unreadableCount).toBe(1500);
  expect(column.unreadable).toHaveLength(1000);
  expect(column.unreadable[999]).toEqual({ row: 5994, value: "bad 5994" });
});

test("takes a column without any cell for text without categories", async () => {
  const people = await read("x.csv", "a,b\n1,\n2,NA\n");
  expect(people.columns[1]).toMatchObject({ type: "text", missing: 2, categories: [] });
});

test("holds 65,536 different texts, and of more only how many are missing", async () => {
  const long = (i: number): string => (i % 2 === 0 ? `n${i}` : `number ${i} of a long name`);
  const rows = Array.from({ length: 65_536 }, (_, i) => `${long(i)},${long(i)}`);
  const repeated = Array.from({ length: 3000 }, (_, i) => `${long(i)},${long(i)}`);
  const more = ["another,n0", "NA,", "<NA>,n2", "yet another that is long,NA"];
  const people = await read("x.csv", `a,b\n${[...rows, ...repeated, ...more].join("\n")}\n`);
  expect(people.columns[0]).toEqual({ name: "a", type: "identifier", missing: 2 });
  expect(people.columns[1]).toMatchObject({ type: "text", missing: 2 });
});

test("keeps texts apart that are alike at both ends, short and long, in every script", async () => {
  const texts = [
    "aaaaaaaaaaaab",
    "aaaaaaaaaaaac",
    "aaaabaaaaaaac",
    "aaaaaaaaaaaa",
    "aaaaaaaaaaa",
    "日本語日本",
    "日本語日木",
    "😀",
    "é",
  ];
  const rows = Array.from({ length: 5000 }, (_, i) => texts[(i * 7) % texts.length]);
  expect(cells((await read("x.csv", `a\n${rows.join("\n")}\n`)).columns[0])).toEqual(rows);
});

test("keeps the order of rows over many chunks", async () => {
  const rows = Array.from({ length: 200_000 }, (_, i) => `${i},t${i % 1000}`);
  const people = await read("x.csv", `a,b\n${rows.join("\n")}\n`);
  expect(numeric(people, "a").values.every((value, row) => value === row)).toBe(true);
  expect(cells(people.columns[1])).toEqual(rows.map((_, i) => `t${i % 1000}`));
});

test("takes column names that SQL would take apart", async () => {
  const names = ["__proto__", `'"; DROP TABLE x; --`, "a\nb", "c0", "{x}", "ü"];
  const header = names.map((name) => `"${name.replaceAll('"', '""')}"`).join(",");
  const people = await read("x.csv", `${header}\n1,2,3,4,5,6\n`);
  expect(people.columns.map((column) => column.name)).toEqual(names);
  expect(people.columns.map(cells)).toEqual([[1], [2], [3], [4], [5], [6]]);
});

test("reads a delimiter that the first line declares", async () => {
  expect(table(await read("x.csv", 'sep=:\r\nname:age\r\nAda:36\r\n"Bob: Jr":41\r\n'))).toEqual({
    name: ["Ada", "Bob: Jr"],
    age: [36, 41],
  });
  expect(table(await read("y.csv", "\ufeffsep=;\n\na;b,c\n1;2\n"))).toEqual({ a: [1], "b,c": [2] });
});

test("reads 300 columns, and one", async () => {
  const names = Array.from({ length: 300 }, (_, i) => `column ${i + 1}`);
  const wide = await read("wide.csv", `${names.join(",")}\n${names.map((_, i) => i).join(",")}\n`);
  expect(table(wide)).toEqual(Object.fromEntries(names.map((name, i) => [name, [i]])));
  expect(table(await read("narrow.csv", 'a\n1\n\n""\n2'))).toEqual({ a: [1, null, null, 2] });
});

test("reads cells of many lines, and of nearly 2 MB", async () => {
  const long = "x\n".repeat(900_000);
  expect(table(await read("x.csv", `a,b\n"1\r\n2","${long}"\n" 3 ",4\n`))).toEqual({
    a: ["1\r\n2", "3"],
    b: [long.trim(), "4"],
  });
});

test("keeps quotes in cells that do not begin with one", async () => {
  expect(table(await read("x.csv", `a,b\n5" pipe,"say ""hi"""\nit"s",''\n`))).toEqual({
    a: ['5" pipe', 'it"s"'],
    b: ['say "hi"', "''"],
  });
});

test("reads headers with line ends inside quotes, of the file's own kind and of others", async () => {
  for (const inside of ["\n", "\r\n", "\r"]) {
    for (const outside of ["\n", "\r\n", "\r"]) {
      const text = [`"Income${inside}(k$)",b`, "1,x", `2,"y${inside}z"`, ""].join(outside);
      expect(table(await read("x.csv", text)), JSON.stringify(text)).toEqual({
        [`Income${inside}(k$)`]: [1, 2],
        b: ["x", `y${inside}z`],
      });
    }
  }
});

test("reads CR LF that begin late among LF, and refuses CR that do", async () => {
  const rows = Array.from({ length: 3000 }, (_, i) => `${i},x`);
  const mixed = (late: string): string => `a,b\n${rows.join("\n")}\n${rows.join(late)}${late}`;
  const both = await read("x.csv", mixed("\r\n"));
  expect([...numeric(both, "a").values]).toEqual([...rows, ...rows].map((row) => Number.parseInt(row, 10)));
  await expect(read("y.csv", mixed("\r"))).rejects.toMatchObject({ code: "MIXED_LINE_ENDS" });
});

test("names a column without a name by its place", async () => {
  expect(table(await read("pandas.csv", ",a\n0,5\n1,6\n"))).toEqual({ "column 1": [0, 1], a: [5, 6] });
});

test("takes a header with numbers in it, as long as something else is too", async () => {
  expect(table(await read("x.csv", "2023,2024,total\n1,2,3\n"))).toEqual({ "2023": [1], "2024": [2], total: [3] });
  expect(table(await read("pandas.csv", ",0,1\n0,5,6\n"))).toEqual({ "column 1": [0], "0": [5], "1": [6] });
  expect(table(await read("words.csv", "1,NA,1st\n2,3,4\n"))).toEqual({ "1": [2], NA: [3], "1st": [4] });
  expect(table(await read("x.jsonl", '{"1":2,"2":3}\n'))).toEqual({ "1": [2], "2": [3] });
});

test("reports the rows read, at the end all of them", async () => {
  const path = await folder.file("x.csv", `a\n${"1\n".repeat(10_000)}`);
  const rows: number[] = [];
  await readTable(path, { onProgress: (progress) => rows.push(progress.rows) });
  expect(rows.at(-1)).toBe(10_000);
  expect(rows).toEqual([...rows].sort((a, b) => a - b));
});

test("rejects with the signal's reason, aborted before or in the middle", async () => {
  const path = await folder.file("x.csv", `a,b\n${"1,x\n".repeat(400_000)}`);
  const reason = new Error("enough");
  await expect(readTable(path, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  const abort = new AbortController();
  const reading = readTable(path, { signal: abort.signal });
  setImmediate(() => abort.abort(reason));
  await expect(reading).rejects.toBe(reason);
});
