import { link, mkdir, symlink } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterEach, expect, test } from "vitest";
import { readTable } from "./read-table.ts";
import type { Table } from "./table.ts";
import { fault, folderForEachTest } from "./testing/folder.ts";

const folder = folderForEachTest();
const started = process.cwd();
afterEach(() => process.chdir(started));

const cells = (table: Table): Record<string, unknown> =>
  Object.fromEntries(
    table.columns.map((column) => {
      if (column.type === "text")
        return [column.name, [...column.codes].map((code) => column.categories[code] ?? null)];
      return [column.name, column.type === "identifier" ? null : [...column.values]];
    }),
  );

test("reads several files as one table, in the order given, columns matched by name", async () => {
  const paths = [
    await folder.file("b.csv", "id,name\n1,x\n2,y\n"),
    await folder.file("a.csv", "\ufeffNAME;Id\r\nz;3\r\n"),
    await folder.file("c.csv.gz", gzipSync("name\tid\nw\t4\n")),
  ];
  expect(cells(await readTable(paths))).toEqual({ id: [1, 2, 3, 4], name: ["x", "y", "z", "w"] });
});

test("reads the files that a pattern matches, by name, and none that is hidden or a folder", async () => {
  await mkdir(folder.path("2025/x.csv"), { recursive: true });
  await mkdir(folder.path("2026"));
  for (const [name, value] of [
    ["2025/b.csv", 2],
    ["2025/a.csv", 1],
    ["2026/a.csv", 3],
    ["2026/.a.csv", 4],
    ["2026/a.txt", 5],
  ]) {
    await folder.file(String(name), `a\n${value}\n`);
  }
  expect(cells(await readTable(folder.path("202?/*.csv")))).toEqual({ a: [1, 2, 3] });
  process.chdir(folder.path("."));
  expect(cells(await readTable("202[!5]/[a-b].*"))).toEqual({ a: [3, 5] });
  expect(cells(await readTable(["./2026/*.txt", "2025/[b].csv"]))).toEqual({ a: [5, 2] });
});

test("keeps the order of rows over files of many chunks", async () => {
  const rows = (from: number): string =>
    `a,b\n${Array.from({ length: 100_000 }, (_, i) => `${from + i},x\n`).join("")}`;
  const paths = [await folder.file("1.csv", rows(0)), await folder.file("2.csv", rows(100_000))];
  const [a] = (await readTable(paths)).columns;
  expect(a.type === "numeric" && a.values.length === 200_000 && a.values.every((value, row) => value === row)).toBe(
    true,
  );
});

test("finds out over all files together how a column is read", async () => {
  const paths = [await folder.file("1.csv", "d\n3/4/2025\n"), await folder.file("2.csv", "d\n4/13/2025\n")];
  const { columns, notes } = await readTable(paths);
  expect(columns[0]).toMatchObject({ type: "date", values: Float64Array.of(20_151, 20_191) });
  expect(notes).toEqual(["d: read as dates with the month first."]);
});

test("reads Parquet files whose columns stand in another order or are of other types", async () => {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`COPY (SELECT 1::INTEGER a, 'x' b, true c) TO '${folder.path("1.parquet")}' (FORMAT parquet)`);
  await connection.run(`COPY (SELECT 'y' b, 2 c, 2.5 a) TO '${folder.path("2.parquet")}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
  expect(cells(await readTable(folder.path("*.parquet")))).toEqual({ a: [1, 2.5], b: ["x", "y"], c: ["true", "2"] });
});

test("says which file lacks a column, and which has it", async () => {
  const [first, second] = [await folder.file("1.csv", "a,b\n1,2\n"), await folder.file("2.csv", "a,c\n1,2\n")];
  const error = await fault("NO_SUCH_COLUMN", readTable([first, second]));
  expect(error).toMatchObject({ column: "b" });
  expect(error.message).toBe('2.csv has no column "b", as 1.csv has: files read as one table need the same columns.');
  const less = await folder.file("3.csv", "a\n1\n");
  const other = await fault("NO_SUCH_COLUMN", readTable([less, first]));
  expect(other.message).toBe('3.csv has no column "b", as 1.csv has: files read as one table need the same columns.');
});

test("names the file in which a fault is, and the row in that file", async () => {
  const paths = [
    await folder.file("1.csv", "a,b\n1,2\n3,4\n"),
    await folder.file("2.csv", "a,b\n1,2\n3\n"),
    await folder.file("3.csv", "a,b\n1\n"),
  ];
  const error = await fault("RAGGED_ROW", readTable(paths));
  expect(error).toMatchObject({ row: 1, message: "2.csv, row 2: expected 2 columns, got 1." });
  const gone = await fault("NOT_FOUND", readTable([paths[0], folder.path("none.csv")]));
  expect(gone.message).toBe("There is no file none.csv.");
  const packed = gzipSync("a,b\n1,2\n");
  const cut = await folder.file("4.csv.gz", packed.subarray(0, packed.length - 4));
  const damaged = await fault("DAMAGED_FILE", readTable([paths[0], cut]));
  expect(damaged.message).toBe("4.csv.gz is a damaged gzip file: it is cut short or was changed.");
});

test("reads a file that is not UTF-8 beside others that are", async () => {
  const paths = [
    await folder.file("1.csv", "a,b\n1,é\n"),
    await folder.file("2.csv", Buffer.from("a,b\n2,\xe9\n", "latin1")),
    await folder.file("3.csv", Buffer.from("\ufeffa,b\n3,é\n", "utf16le")),
  ];
  const table = await readTable(paths);
  expect(cells(table)).toEqual({ a: [1, 2, 3], b: ["é", "é", "é"] });
  expect(table.notes).toEqual(
    ["3.csv: read as UTF-16 text.", "2.csv: not UTF-8, so read as Windows-1252 (Latin-1) text."].sort(),
  );
});

test("takes a file that is named twice for one, by whatever names", async () => {
  const path = await folder.file("a.csv", "x,y\n1,2\n");
  await symlink(path, folder.path("b.csv"));
  await link(path, folder.path("c.csv"));
  for (const other of [`${folder.path(".")}/./a.csv`, folder.path("b.csv"), folder.path("c.csv")]) {
    await fault("SAME_FILE", readTable([path, other]));
  }
  const { message } = await fault("SAME_FILE", readTable(folder.path("*.csv")));
  expect(message).toBe("a.csv and b.csv are the same file: its rows would count double.");
});

test("refuses what is no table together", async () => {
  const csv = await folder.file("1.csv", "a\n1\n");
  const json = await folder.file("2.jsonl", '{"a":1}\n');
  const message = async (code: Parameters<typeof fault>[0], input: readonly string[] | string): Promise<string> =>
    (await fault(code, readTable(input))).message;
  expect(await message("OTHER_KIND", [csv, json])).toBe(
    "1.csv is CSV and 2.jsonl is JSON lines: files read as one table must be of one kind.",
  );
  expect(await message("SAME_FILE", [csv, folder.path("1.*")])).toBe(
    "1.csv is named twice: its rows would count double.",
  );
  expect(await message("NOT_FOUND", [])).toBe("No file is named.");
  expect(await message("NOT_FOUND", "none/*.csv")).toBe("No file matches none/*.csv.");
  expect(await message("NOT_FOUND", "*/[z-a]/\u001b?.csv")).toBe("No file matches */[z-a]/\ufffd?.csv.");
  expect(await message("NOT_A_FILE", [csv, "-"])).toBe("Standard input (-) cannot be read together with files.");
  expect(await message("NO_ROWS", [await folder.file("3.csv", "a\n"), await folder.file("4.csv", "a\n")])).toBe(
    "3.csv (and 1 more) has column names but no rows.",
  );
});
