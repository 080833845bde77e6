import { expect, test } from "vitest";
import type { Column } from "../table.ts";
import { tableOf } from "../testing/table.ts";
import { checkCategory } from "./category.ts";

const column = (cells: readonly (string | null)[] | readonly (number | null)[]): Column =>
  tableOf({ x: cells }).columns[0]!;
const many = Array.from({ length: 51 }, (_, i) => i);

test("text and numbers of up to fifty different values are categories", () => {
  expect(checkCategory(column(["a", "b"])).categories).toEqual(["a", "b"]);
  expect(checkCategory(column([3, 1])).categories).toEqual(["3", "1"]);
  expect(checkCategory(column(many.slice(1))).categories.length).toBe(50);
});

test("more are refused, with how many there are where that is known", () => {
  const most = "a column that is clustered by as a category may have 50.";
  expect(() => checkCategory(column(many.map(String)))).toThrow(`Column "x" has 51 different values; ${most}`);
  expect(() => checkCategory(column(many))).toThrow(`Column "x" has more than 50 different values; ${most}`);
  expect(() => checkCategory({ name: "x", type: "identifier", missing: 0 })).toThrow("too many different values");
  expect(() => checkCategory(column(many))).toThrow(expect.objectContaining({ code: "TOO_MANY", column: "x" }));
});

test("dates and an empty column are refused", () => {
  const dates = { name: "x", type: "date", values: Float64Array.of(1), missing: 0 } as const;
  expect(() => checkCategory({ ...dates, unreadable: [], unreadableCount: 0 })).toThrow('Column "x" holds dates');
  expect(() => checkCategory(column([null]))).toThrow('Column "x" is empty.');
});
