import { expect, test } from "vitest";
import type { Table } from "./table.ts";
import { fault, folderForEachTest } from "./testing/folder.ts";
import { writeColumns } from "./write-columns.ts";

const folder = folderForEachTest();

const table: Table = {
  rows: 3,
  columns: [
    {
      name: "Age",
      type: "numeric",
      values: Float64Array.of(-5, 0.1, Number.NaN),
      missing: 1,
      unreadable: [],
      unreadableCount: 0,
    },
    { name: "Note, own", type: "text", codes: Int32Array.of(1, -1, 0), categories: ["=a", 'b "c"'], missing: 1 },
  ],
};

test("writes numbers, texts and added columns", async () => {
  const added = [{ name: "age", codes: Int32Array.of(0, -1, 1), categories: ["-x", "y"] }];
  await writeColumns(folder.path("out.csv"), { table, added });
  expect(await folder.text("out.csv")).toBe('Age,"Note, own",age_2\n-5,"b ""c""",\'-x\n0.1,,\n,=a,y\n');
});

test("writes tabs to .tsv, and nothing over an existing file unless asked to", async () => {
  const out = await folder.file("out.tsv", "mine");
  await fault("EXISTS", writeColumns(out, { table }));
  await writeColumns(out, { table, overwrite: true });
  expect(await folder.text("out.tsv")).toBe('Age\t"Note, own"\n-5\t"b ""c"""\n0.1\t\n\t=a\n');
});

test("refuses a column whose values are not held, and codes for other rows", async () => {
  const held: Table = { rows: 1, columns: [{ name: "email", type: "identifier", missing: 0 }] };
  const error = await fault("NOT_HELD", writeColumns(folder.path("o.csv"), { table: held }));
  expect(error.column).toBe("email");
  const added = [{ name: "s", codes: Int32Array.of(0), categories: ["A"] }];
  await fault("ROWS_CHANGED", writeColumns(folder.path("o.csv"), { table, added }));
  expect(await folder.names()).toEqual([]);
});

test("stops when aborted", async () => {
  const rows = 100_000;
  const long: Table = {
    rows,
    columns: [
      { name: "a", type: "numeric", values: new Float64Array(rows), missing: 0, unreadable: [], unreadableCount: 0 },
    ],
  };
  const abort = new AbortController();
  const reason = new Error("enough");
  const writing = writeColumns(folder.path("o.csv"), { table: long, signal: abort.signal });
  setImmediate(() => abort.abort(reason));
  await expect(writing).rejects.toBe(reason);
  expect(await folder.names()).toEqual([]);
});
