import { describe, expect, test } from "vitest";
import { mall } from "./mall.ts";
import type { SegmentOptions } from "./options.ts";
import { Pace } from "./pace.ts";
import { prepare } from "./prepared.ts";
import type { Table } from "./table.ts";
import { tableOf, withUnreadable } from "./testing/table.ts";

const prepared = (table: Table, options: SegmentOptions = {}, k = 2) => prepare(table, options, k, new Pace());

test("features are scaled over the rows used, in the order asked for", async () => {
  const table = tableOf({ a: [0, 1000, 10, 4], b: [3, null, 5, 1] });
  const { features, rows, points, recipe, leftOut } = await prepared(table, { features: ["b", "a"], scale: "minmax" });
  expect(features.map(({ name }) => name)).toEqual(["b", "a"]);
  expect([...rows]).toEqual([0, 2, 3]);
  expect(recipe).toMatchObject([
    { name: "b", center: 1, spread: 4 },
    { name: "a", center: 0, spread: 10 },
  ]);
  expect([...points.data]).toEqual([0.5, 0, 1, 1, 0, 0.4]);
  expect(leftOut.count).toBe(1);
});

test("the scale is standard unless asked for", async () => {
  const { scale, points } = await prepared(mall, { features: ["age"] });
  expect(scale).toBe("standard");
  expect(points.data[0]).toBeCloseTo(-1.4245687900521393, 12);
});

test("numbers come first, then categories, and rows without a value in one are left out", async () => {
  const table = tableOf({ town: ["a", "b", null, "b"], spend: [1, 2, 3, null] });
  const { recipe, points, rows, leftOut } = await prepared(table, { scale: "none", categorical: ["town"] });
  expect(recipe.map(({ name, type }) => `${name} ${type}`)).toEqual(["spend numeric", "town category"]);
  expect([...rows]).toEqual([0, 1]);
  expect([...points.data]).toEqual([1, 1, 0, 2, 0, 1]);
  expect(leftOut.cells.map(({ row, column }) => `${row} ${column}`)).toEqual(["3 town", "4 spend"]);
});

test("rows with a missing value are kept where it is replaced", async () => {
  const table = tableOf({ town: ["a", "b", null, "b"], spend: [1, 2, 4, null] });
  const options = { scale: "none", categorical: ["town"] } as const;
  expect([...(await prepared(table, { ...options, missing: "median" })).rows]).toEqual([0, 1, 3]);
  expect([...(await prepared(table, { ...options, missing: "category" })).rows]).toEqual([0, 1, 2]);
  const { points, leftOut } = await prepared(table, { ...options, missing: ["median", "category"] });
  expect([...points.data]).toEqual([1, 1, 0, 0, 2, 0, 1, 0, 4, 0, 0, 1, 2, 0, 1, 0]);
  expect(leftOut.count).toBe(0);
});

describe("refused is", () => {
  test("a table without rows", async () => {
    await expect(prepared(tableOf({ a: [], b: [] }), { features: ["a"] })).rejects.toThrow("The table has no rows.");
  });

  test("a table of text alone, with the reasons", async () => {
    const table = tableOf({ Town: ["a", "b"], Gender: ["m", "f"] });
    await expect(prepared(table)).rejects.toThrow(
      "There is no numeric column to cluster by: Town left out: text, kept for the profile; " +
        "Gender left out: text, kept for the profile.",
    );
    await expect(prepared(table)).rejects.toMatchObject({ code: "NO_FEATURES" });
  });

  test("a table where every row misses something, with the first cells", async () => {
    const table = withUnreadable(tableOf({ a: [1, null, 2, null], b: [null, 1, 4, 5] }), "b", [{ row: 2, value: "x" }]);
    await expect(prepared(table, { features: ["a", "b"] })).rejects.toThrow(
      'No row has a number in every feature ("a", "b"): row 1 has nothing in "b", row 2 has nothing in "a", ' +
        'row 3 has "x" in "b". Choose fewer features.',
    );
    await expect(prepared(table, { features: ["a", "b"] })).rejects.toMatchObject({ code: "NO_ROWS" });
  });

  test("one distinct row, and fewer than the segments asked for", async () => {
    const same = tableOf({ a: [1, 1, 1], b: [2, 2, 2] });
    await expect(prepared(same, { features: ["a", "b"], scale: "none" })).rejects.toThrow(
      'There is nothing to tell apart: the rows used (3) are all the same in "a", "b".',
    );
    await expect(prepared(tableOf({ a: [1, 1.5, 1, 1.5] }), {}, 3)).rejects.toThrow(
      '3 segments need 3 rows that differ, and only 2 of 4 differ in "a".',
    );
    await expect(prepared(tableOf({ a: [1, 1.5, 1, 1.5] }), {}, 3)).rejects.toMatchObject({
      code: "TOO_FEW_DISTINCT_ROWS",
    });
  });

  test("a value of 1e308, with row and column", async () => {
    const refused = prepared(tableOf({ Income: [1.5, 1e308, 2] }));
    await expect(refused).rejects.toMatchObject({ code: "OUT_OF_RANGE", row: 2, column: "Income" });
  });

  test("a column that varies only in rows that are left out", async () => {
    const table = tableOf({ a: [1.5, 1.5, 9], b: [1, 2.5, null] });
    await expect(prepared(table)).rejects.toThrow('Column "a" cannot be scaled: every value is 1.5.');
  });

  test("more categories than a model may hold, or longer ones", async () => {
    const texts = Array.from({ length: 50 }, (_, i) => `t${i}`);
    const wide = tableOf(Array.from({ length: 21 }, (_, i) => [`c${i}`, texts] as const));
    const categorical = wide.columns.map(({ name }) => name);
    await expect(prepared(wide, { features: [], categorical })).rejects.toThrow(
      "The features are 1050 numbers a row, each category one of them, more than 1000: choose fewer.",
    );
    const long = tableOf({ town: ["a".repeat(1001), "b"] });
    await expect(prepared(long, { features: [], categorical: ["town"] })).rejects.toThrow(
      'Column "town" has a category of more than 1000 characters',
    );
  });

  test("more numeric columns, or longer names, than a model may hold", async () => {
    const wide: Table = {
      rows: 2,
      columns: Array.from({ length: 1001 }, (_, i) => tableOf({ [`c${i}`]: [0, 0.5] }).columns[0]!),
    };
    await expect(prepared(wide)).rejects.toThrow("The table has 1001 columns to cluster by, more than 1000");
    await expect(prepared(tableOf({ ["x".repeat(1001)]: [0, 0.5] }))).rejects.toMatchObject({ code: "TOO_MANY" });
  });
});
