import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { openConnection } from "../duckdb/connection.ts";
import { readTable } from "../read-table.ts";
import { identify, type KnownFile } from "../source/file-kind.ts";
import type { Source } from "../source/source.ts";
import { TablesError } from "../tables-error.ts";
import { folderForEachTest } from "../testing/folder.ts";
import { csv } from "./csv-source.ts";

const folder = folderForEachTest();

async function found(text: string): Promise<{ file: KnownFile; source: Source }> {
  const file = await identify(await folder.file("x.csv", text));
  const connection = await openConnection(file.path);
  try {
    return { file, source: await csv.find(file, connection) };
  } finally {
    connection.close();
  }
}

test("keeps the header as it stands beside the trimmed names, and takes no column for numbers yet", async () => {
  const { source } = await found(' a ,"b, c",\n1,2,3\n');
  expect(source.header).toEqual([" a ", "b, c", ""]);
  expect(source.names).toEqual(["a", "b, c", "column 3"]);
  expect(source.readings.map(({ as }) => as)).toEqual(["undecided", "undecided", "undecided"]);
});

test("answers a failure on a well-formed file with one thread, then with the lax reader, and then gives up", async () => {
  const { file, source } = await found("a,b\n1,2\n");
  const second = await csv.explain(file, source);
  if (second instanceof TablesError) throw second;
  expect(second.relation).toContain("parallel = false");
  expect(second.relation).not.toContain("strict_mode");
  const third = await csv.explain(file, second);
  if (third instanceof TablesError) throw third;
  expect(third.relation).toMatch(/strict_mode = false, parallel = false/);
  expect(await csv.explain(file, third)).toMatchObject({ code: "UNREADABLE_FILE" });
});

test("answers a failure on a broken file with what is wrong", async () => {
  const { file, source } = await found("a,b\n1,2\n3\n");
  expect(await csv.explain(file, source)).toMatchObject({ code: "RAGGED_ROW", row: 1 });
});

test("reads quoted cells of so many lines that threads which begin in their middle go wrong", async () => {
  const lines = "1,2,3\n".repeat(20_000);
  const rows = Array.from({ length: 150 }, (_, i) => `${i},"${lines}",${i * 2}\n`);
  const table = await readTable(await folder.file("x.csv", `a,b,c\n${rows.join("")}`));
  expect(table.rows).toBe(150);
  const [a, b, c] = table.columns;
  expect(a.type === "numeric" && a.values.every((value, row) => value === row)).toBe(true);
  expect(b).toMatchObject({ type: "text", categories: [lines.trim()] });
  expect(c.type === "numeric" && c.values.every((value, row) => value === row * 2)).toBe(true);
});

test("takes no column from a folder's name", async () => {
  for (const name of ["year=2020/x.csv", "c0=9/x.csv"]) {
    await mkdir(dirname(folder.path(name)));
    const table = await readTable(await folder.file(name, "a,b\n1,2\n"));
    expect(table.columns).toMatchObject([
      { name: "a", values: Float64Array.of(1) },
      { name: "b", values: Float64Array.of(2) },
    ]);
  }
});
