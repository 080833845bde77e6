import fc from "fast-check";
import { expect, test } from "vitest";
import { openConnection } from "./duckdb/connection.ts";
import { literal } from "./duckdb/sql-text.ts";
import type { Table } from "./table.ts";
import { fault, folderForEachTest } from "./testing/folder.ts";
import { parquetCells } from "./testing/parquet.ts";
import { writeColumns } from "./write-columns.ts";
import { writeTable } from "./write-table.ts";

const folder = folderForEachTest();

/** What is written as Parquet for a CSV file of this text. */
async function written(text: string): ReturnType<typeof parquetCells> {
  const source = await folder.file("x.csv", text);
  await writeTable(folder.path("o.parquet"), { source, added: [], overwrite: true });
  return parquetCells(folder.path("o.parquet"));
}

/** Has DuckDB write a Parquet file. */
async function parquetFile(name: string, query: string): Promise<string> {
  const path = folder.path(name);
  const connection = await openConnection(path);
  try {
    const copy = `COPY (${query}) TO ${literal(path)} (FORMAT parquet, USE_TMP_FILE false)`;
    for await (const _ of connection.chunks(copy));
  } finally {
    connection.close();
  }
  return path;
}

test("writes text, plain numbers and what was added, each row in its place", async () => {
  const source = await folder.file("x.csv", 'Name , Income\n"Ada, L.",7.5\nBob,NA\nBob,\n');
  const added = [
    { name: "segment", codes: Int32Array.of(0, -1, 1), categories: ["A", "B"] },
    { name: "income", codes: Int32Array.of(1, 0, -1), categories: ["=x'y", 'say "hi"'] },
  ];
  await writeTable(folder.path("o.parquet"), { source, added });
  expect(await parquetCells(folder.path("o.parquet"))).toEqual({
    columns: ["Name VARCHAR", "Income DOUBLE", "segment VARCHAR", "income_2 VARCHAR"],
    rows: [
      ["Ada, L.", "7.5", "A", 'say "hi"'],
      ["Bob", null, null, "=x'y"],
      ["Bob", null, "B", null],
    ],
  });
  expect(await folder.names()).toEqual(["o.parquet", "x.csv"]);
});

test.each([
  ["numbers", ["1", "-2.5", "", "NA", "1e3", "0", "0.5", "-0"], "DOUBLE"],
  ["leading zeros", ["007", "12", "13", "14", "15", "16"], "VARCHAR"],
  ["leading zeros behind a sign", ["-01", "12", "13", "14", "15", "16"], "VARCHAR"],
  ["more digits than a number holds", ["12345678901234567890", "1"], "VARCHAR"],
  ["a word among numbers", ["1", "2", "3", "4", "5", "6", "old"], "VARCHAR"],
  ["a number among words", ["1", "a"], "VARCHAR"],
  ["digits with underscores", ["1_000", "2"], "VARCHAR"],
  ["infinity", ["inf", "2"], "VARCHAR"],
  ["nothing", ["", "NA"], "VARCHAR"],
] as const)("of a column with %s nothing is lost", async (_what, cells, type) => {
  const { columns, rows } = await written(`a,b\n${cells.map((cell) => `${cell},x\n`).join("")}`);
  expect(columns).toEqual([`a ${type}`, "b VARCHAR"]);
  const missing = (cell: string): boolean => cell === "" || (type === "DOUBLE" && cell === "NA");
  const value = (cell: string | null): string | number | null =>
    cell !== null && type === "DOUBLE" ? Number(cell) : cell;
  expect(rows.map(([cell]) => value(cell))).toEqual(cells.map((cell) => (missing(cell) ? null : value(cell))));
});

test("writes numbers with decimal commas as numbers, and dates as they stand", async () => {
  const { columns, rows } = await written("a;b;c\n1.234,5;1.1.2026;0,5 x\n-2,25;31.12.2025;1\n");
  expect(columns).toEqual(["a DOUBLE", "b VARCHAR", "c VARCHAR"]);
  expect(rows).toEqual([
    ["1234.5", "1.1.2026", "0,5 x"],
    ["-2.25", "31.12.2025", "1"],
  ]);
});

test("a word far down in a column of numbers is kept", async () => {
  const cells = Array.from({ length: 30_000 }, (_, i) => (i === 29_990 ? "old" : String(i)));
  const { columns, rows } = await written(`a,b\n${cells.map((cell) => `${cell},x\n`).join("")}`);
  expect(columns[0]).toBe("a VARCHAR");
  expect(rows.map(([cell]) => cell)).toEqual(cells);
});

test("keeps the types of a Parquet file, and its rows beside their labels over many chunks", async () => {
  const query = `SELECT i::INTEGER AS id, i / 4 AS share, (i % 2 = 0) AS even, DATE '2026-01-01' + i::INTEGER AS day,
    TIMESTAMP '2026-01-01 10:00:00' AS seen, (i / 100)::DECIMAL(9, 2) AS paid, [i, i + 1] AS pair, 'c' || i AS name, NULL::FLOAT AS none
    FROM range(30000) t(i)`;
  const source = await parquetFile("x.parquet", query);
  const codes = Int32Array.from({ length: 30_000 }, (_, i) => (i % 3) - 1);
  await writeTable(folder.path("o.parquet"), { source, added: [{ name: "segment", codes, categories: ["A", "B"] }] });
  const [before, after] = [await parquetCells(source), await parquetCells(folder.path("o.parquet"))];
  expect(after.columns).toEqual([...before.columns, "segment VARCHAR"]);
  const expected = before.rows.map((row, i) => [...row, [null, "A", "B"][i % 3]].join("|"));
  expect(after.rows.map((row) => row.join("|")).join("\n") === expected.join("\n")).toBe(true);
});

test("says that the source has changed when its rows and the codes are not as many", async () => {
  const source = await folder.file("x.csv", "a,b\n1,x\n2,y\n");
  const added = [{ name: "s", codes: Int32Array.of(0, 0, 0), categories: ["A"] }];
  await fault("ROWS_CHANGED", writeTable(folder.path("o.parquet"), { source, added }));
  await fault(
    "DAMAGED_FILE",
    writeTable(folder.path("o.parquet"), { source: await folder.file("y.parquet", "PAR1"), added }),
  );
  await fault("EXISTS", writeTable(source.replace("x.csv", "y.parquet"), { source, added: [] }));
  expect(await folder.names()).toEqual(["x.csv", "y.parquet"]);
});

test("writes a table in memory: numbers, text, dates and what was added", async () => {
  const unreadable = { missing: 0, unreadable: [], unreadableCount: 0 };
  const table: Table = {
    rows: 2,
    columns: [
      { name: "Age", type: "numeric", values: Float64Array.of(0.1, Number.NaN), ...unreadable },
      { name: 'a "b"', type: "text", codes: Int32Array.of(0, -1), categories: ["x,\ny"], missing: 1 },
      { name: "day", type: "date", values: Float64Array.of(0, Number.NaN), ...unreadable },
      { name: "seen", type: "date", values: Float64Array.of(0.5, 20_000), ...unreadable },
    ],
  };
  const added = [{ name: "age", codes: Int32Array.of(-1, 0), categories: ["=y"] }];
  await writeColumns(folder.path("o.parquet"), { table, added });
  expect(await parquetCells(folder.path("o.parquet"))).toEqual({
    columns: ["Age DOUBLE", 'a "b" VARCHAR', "day DATE", "seen TIMESTAMP", "age_2 VARCHAR"],
    rows: [
      ["0.1", "x,\ny", "1970-01-01", "1970-01-01 12:00:00", null],
      [null, null, null, "2024-10-04 00:00:00", "=y"],
    ],
  });
  expect(await folder.names()).toEqual(["o.parquet"]);
});

test("a number of a table in memory is written to the last bit", async () => {
  const values = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 200 });
  await fc.assert(
    fc.asyncProperty(values, async (numbers) => {
      const column = { name: "a", type: "numeric", missing: 0, unreadable: [], unreadableCount: 0 } as const;
      const table = { rows: numbers.length, columns: [{ ...column, values: Float64Array.from(numbers) }] };
      await writeColumns(folder.path("o.parquet"), { table, overwrite: true });
      const { rows } = await parquetCells(folder.path("o.parquet"));
      expect(rows.map(([cell]) => Number(cell))).toEqual(numbers);
    }),
    { seed: 3, numRuns: 5 },
  );
});
