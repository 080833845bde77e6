import { mkdir, symlink } from "node:fs/promises";
import { dirname } from "node:path";
import { afterEach, expect, test } from "vitest";
import { readTable } from "./read-table.ts";
import { folderForEachTest, isOpen } from "./testing/folder.ts";
import { writeTable } from "./write-table.ts";

const folder = folderForEachTest();
const started = process.cwd();
afterEach(() => process.chdir(started));

const ROW = [{ name: "a", type: "numeric", values: Float64Array.of(1) }];

const NAMES = [
  "with space.csv",
  " x.csv ",
  `it's "a";--.csv`,
  "-x.csv",
  "--help",
  "[a].csv",
  "a[1].csv",
  "[!a].csv",
  "]x[.csv",
  "a*.csv",
  "a?.csv",
  "**.csv",
  "{a,b}.csv",
  "$HOME ~.csv",
  "a%20b.csv",
  "ü 😀 日本.csv",
  "a\nb.csv",
  "a\\b.csv",
  "a\\[1]*.csv",
  ":memory:",
  "x.duckdb",
  "d [1]/x.csv",
  "d*/**/x.csv",
  "http:/example.com/x.csv",
  "s3:/bucket/x.csv",
];

test("reads and writes files of any name, by their paths from where the program stands", async () => {
  process.chdir(folder.path("."));
  for (const name of NAMES) {
    await mkdir(dirname(folder.path(name)), { recursive: true });
    await folder.file(name, "a\n1\n");
    expect((await readTable(name)).columns, name).toMatchObject(ROW);
    await writeTable(`${name}.out`, { source: name, added: [] });
    expect(await folder.text(`${name}.out`), name).toBe("a\n1\n");
  }
});

test("does not take a file's name for a pattern", async () => {
  await folder.file("a1.csv", "a\n2\n");
  await folder.file("[a]1.csv", "a\n1\n");
  expect((await readTable(folder.path("[a]1.csv"))).columns).toMatchObject(ROW);
});

test("follows a symbolic link", async () => {
  await mkdir(folder.path("inner"));
  await symlink(await folder.file("inner/x.csv", "a\n1\n"), folder.path("link[1].csv"));
  expect((await readTable(folder.path("link[1].csv"))).columns).toMatchObject(ROW);
});

test("takes addresses for the names of files that are not there", async () => {
  for (const path of ["https://example.com/x.csv", "s3://bucket/x.parquet", "file:///etc/hosts", ""]) {
    await expect(readTable(path), path).rejects.toMatchObject({ code: path === "" ? "IS_DIRECTORY" : "NOT_FOUND" });
  }
});

test("leaves nothing beside the file and nothing open: read, broken or aborted", async () => {
  const whole = await folder.file("whole.csv", `a,b\n${"1,x\n".repeat(200_000)}`);
  const broken = await folder.file("broken.csv", `a,b\n${"1,x\n".repeat(200_000)}1\n`);
  await readTable(whole);
  await expect(readTable(broken)).rejects.toMatchObject({ code: "RAGGED_ROW" });
  const abort = new AbortController();
  const reading = readTable(whole, { signal: abort.signal });
  setImmediate(() => abort.abort("enough"));
  await expect(reading).rejects.toBe("enough");
  await expect.poll(async () => (await isOpen(whole)) || (await isOpen(broken))).toBe(false);
  expect(await folder.names()).toEqual(["broken.csv", "whole.csv"]);
});
