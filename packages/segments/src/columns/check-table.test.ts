import { expect, test } from "vitest";
import { mall } from "../mall.ts";
import { tableOf } from "../testing/table.ts";
import { checkTable } from "./check-table.ts";

test("a good table passes", () => {
  expect(() => checkTable(mall)).not.toThrow();
});

test("two columns of one name are refused", () => {
  const table = tableOf([
    ["Age", [1]],
    ["Age", [2]],
  ]);
  expect(() => checkTable(table)).toThrow('Two columns are named "Age": rename one of them.');
});

test("columns of unequal length, and a count of rows that is none, are refused", () => {
  expect(() => checkTable({ ...mall, rows: 199 })).toThrow(
    'Column "CustomerID" has 200 cells where the table has 199 rows.',
  );
  expect(() => checkTable({ rows: Number.NaN, columns: [] })).toThrow("Expected rows to be a whole number");
});

test("a code without category is refused with its row", () => {
  const bad = { name: "Town", type: "text", codes: Int32Array.of(0, -1, 1), categories: ["a"], missing: 1 } as const;
  expect(() => checkTable({ rows: 3, columns: [bad] })).toThrow(
    expect.objectContaining({ code: "INVALID_TABLE", row: 3, column: "Town" }),
  );
});
