import { mkdir, readFile } from "node:fs/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { readTable } from "./read-table.ts";
import { fault, folderForEachTest } from "./testing/folder.ts";
import { writeTable } from "./write-table.ts";

const folder = folderForEachTest();

async function parquet(name: string, query: string): Promise<string> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`COPY (${query}) TO '${folder.path(name)}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
  return folder.path(name);
}

test("takes every kind of number for numeric, NaN for missing and infinities for unreadable", async () => {
  const path = await parquet(
    "x.parquet",
    `SELECT 1::TINYINT a, 2::BIGINT b, 3::UINTEGER c, 1.25::DECIMAL(9, 2) d, 0.5::FLOAT e, 0.1::DOUBLE f, 4::HUGEINT g,
            'inf'::DOUBLE h UNION ALL SELECT NULL, NULL, NULL, NULL, 'nan'::FLOAT, 'inf'::DOUBLE, NULL, 'inf'::DOUBLE`,
  );
  const table = await readTable(path);
  expect(table.columns.map((column) => column.type)).toEqual(Array.from({ length: 8 }, () => "numeric"));
  const values = table.columns.map((column) => (column.type === "numeric" ? [...column.values] : []));
  expect(values.slice(0, 7)).toEqual([1, 2, 3, 1.25, 0.5, 0.1, 4].map((value) => [value, Number.NaN]));
  expect(table.columns[4]).toMatchObject({ missing: 1, unreadableCount: 0 });
  expect(table.columns[5]).toMatchObject({ missing: 0, unreadable: [{ row: 1, value: "inf" }] });
  expect(table.columns[7]).toMatchObject({ missing: 0, unreadableCount: 2 });
});

test("takes dates and times for days since 1970, in UTC where they have a zone, and infinite ones for unreadable", async () => {
  const path = await parquet(
    "x.parquet",
    `SELECT DATE '2024-02-29' a, TIMESTAMP '2024-02-29 12:00:00' b, TIMESTAMPTZ '2024-02-29 14:00:00+02' c, TIMESTAMP_NS '1969-12-31 18:00:00' d
     UNION ALL SELECT NULL, 'infinity'::TIMESTAMP, NULL, NULL`,
  );
  const table = await readTable(path);
  expect(table.columns.map((column) => column.type)).toEqual(["date", "date", "date", "date"]);
  const day = Date.UTC(2024, 1, 29) / 86_400_000;
  const values = table.columns.map((column) => (column.type === "date" ? [...column.values] : []));
  expect(values).toEqual([day, day + 0.5, day + 0.5, -0.25].map((value) => [value, Number.NaN]));
  expect(table.columns[1]).toMatchObject({ missing: 0, unreadable: [{ row: 1, value: "infinity" }] });
  expect(table.columns[0]).toMatchObject({ missing: 1, unreadableCount: 0 });
});

test("reads dates beyond those that timestamps reach for unreadable, and those that JavaScript does not", async () => {
  const path = await parquet("x.parquet", "SELECT DATE '290000-01-01' a UNION ALL SELECT DATE '5000000-01-01'");
  const { columns } = await readTable(path);
  const values = Float64Array.of(105_200_797, Number.NaN);
  expect(columns).toMatchObject([{ type: "date", values, unreadable: [{ row: 1, value: "5000000-01-01" }] }]);
  expect(await readTable(path, { where: "a > '2025-01-01'" })).toMatchObject({ rows: 1 });
});

test("takes all else for text: truth as words, nested values as DuckDB writes them", async () => {
  const path = await parquet(
    "x.parquet",
    `SELECT true a, TIME '10:11:12' b, [1, 2] e, {'x': 1} f, 'It''s a long text of 32 letters' g`,
  );
  const table = await readTable(path);
  expect(table.columns.map((column) => column.type === "text" && column.categories[0])).toEqual([
    "true",
    "10:11:12",
    "[1, 2]",
    "{'x': 1}",
    "It's a long text of 32 letters",
  ]);
});

test("reads numbers and dates that a Parquet file holds as text", async () => {
  const table = await readTable(await parquet("x.parquet", "SELECT '1.234,50 €' a, '31.12.2025' b"));
  expect(table.columns).toMatchObject([
    { type: "numeric", values: Float64Array.of(1234.5) },
    { type: "date", values: Float64Array.of(Date.UTC(2025, 11, 31) / 86_400_000) },
  ]);
});

test("keeps the order of rows and tells Parquet by its content, not its name", async () => {
  const path = await parquet("x.csv", "SELECT i AS a, 'category number ' || (i % 7) AS b FROM range(300000) t(i)");
  const table = await readTable(path);
  const [a, b] = table.columns;
  expect(a.type === "numeric" && a.values.every((value, row) => value === row)).toBe(true);
  expect(b.type === "text" && b.codes.every((code, row) => code === row % 7)).toBe(true);
});

test("writes a Parquet file as CSV", async () => {
  const source = await parquet("x.parquet", "SELECT 0.1::DOUBLE AS a, 'x, y' AS b, NULL::INTEGER AS c");
  await writeTable(folder.path("out.csv"), {
    source,
    added: [{ name: "segment", codes: Int32Array.of(0), categories: ["A"] }],
  });
  expect(await folder.text("out.csv")).toBe('a,b,c,segment\n0.1,"x, y",,A\n');
});

test("says that a Parquet file is cut short, or none", async () => {
  const path = await parquet("x.parquet", "SELECT i FROM range(1000) t(i)");
  const bytes = await readFile(path);
  const cut = await fault(
    "DAMAGED_FILE",
    readTable(await folder.file("cut.parquet", bytes.subarray(0, bytes.length / 2))),
  );
  expect(cut.message).toBe(
    "cut.parquet cannot be read as Parquet: it is cut short, was changed, or is of a kind that is not supported.",
  );
  const none = await fault("DAMAGED_FILE", readTable(await folder.file("none.parquet", "a,b\n1,2\n")));
  expect(none.message).toBe("none.parquet is not a Parquet file, or it is damaged: it does not begin as one does.");
});

test("takes no column, and no value of one, from a folder's name", async () => {
  await mkdir(folder.path("a=9"));
  const table = await readTable(await parquet("a=9/x.parquet", "SELECT 1 AS a, 2 AS b"));
  expect(table.columns).toMatchObject([
    { name: "a", values: Float64Array.of(1) },
    { name: "b", values: Float64Array.of(2) },
  ]);
});

test("names columns as CSV does: trimmed, and none twice", async () => {
  const table = await readTable(await parquet("x.parquet", `SELECT 1 AS " a ", 2 AS "b, ""c"""`));
  expect(table.columns.map((column) => column.name)).toEqual(["a", 'b, "c"']);
  await fault("DUPLICATE_COLUMN", readTable(await parquet("y.parquet", `SELECT 1 AS "a", 2 AS " a"`)));
});

test("says that a Parquet file has no rows", async () => {
  const error = await fault("NO_ROWS", readTable(await parquet("x.parquet", "SELECT 1 AS a WHERE false")));
  expect(error.message).toBe("x.parquet has column names but no rows.");
});
