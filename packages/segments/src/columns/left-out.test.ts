import { expect, test } from "vitest";
import type { NumericColumn } from "../table.ts";
import { tableOf, withUnreadable } from "../testing/table.ts";
import { usableRows } from "./left-out.ts";

test("rows with an empty or unreadable cell are left out and listed as people count", () => {
  const table = withUnreadable(tableOf({ a: [1, null, 3, 4], b: [1, null, 3, 4] }), "b", [{ row: 3, value: "n/a" }]);
  const { rows, leftOut } = usableRows(4, table.columns as NumericColumn[]);
  expect([...rows]).toEqual([0, 2]);
  expect(leftOut).toEqual({
    count: 2,
    cells: [
      { row: 2, column: "a", value: "" },
      { row: 2, column: "b", value: "" },
      { row: 4, column: "b", value: "n/a" },
    ],
    cellCount: 3,
  });
});

test("the list ends after a thousand cells, the counts do not", () => {
  const { columns } = tableOf({ a: new Array(1500).fill(null), b: new Array(1500).fill(null) });
  const { rows, leftOut } = usableRows(1500, columns as NumericColumn[]);
  expect(rows.length).toBe(0);
  expect(leftOut.cells.length).toBe(1000);
  expect(leftOut.cells.at(-1)).toEqual({ row: 500, column: "b", value: "" });
  expect([leftOut.count, leftOut.cellCount]).toEqual([1500, 3000]);
});
