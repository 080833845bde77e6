import { expect, test } from "vitest";
import { chooseFeatures } from "../columns/choice.ts";
import { Pace } from "../pace.ts";
import type { Table } from "../table.ts";
import { tableOf } from "../testing/table.ts";
import { profile } from "./profiles.ts";

async function profiled(table: Table, features: readonly string[], rows: readonly number[], labels: readonly number[]) {
  const pace = new Pace();
  const { choice } = await chooseFeatures(table, features, undefined, pace);
  const { segments } = await profile(table, choice, Int32Array.from(rows), Int32Array.from(labels), 2, pace);
  return segments;
}

test("segments are profiled over all columns, those they were not clustered by included", async () => {
  const table = tableOf({ Income: [1, 3, 20], Age: [30, 40, 50], Gender: ["m", "f", "f"] });
  const [first] = await profiled(table, ["Income"], [0, 1, 2], [0, 0, 1]);
  expect(first?.means).toEqual(Object.assign(Object.create(null), { Income: 2, Age: 35 }));
  expect(first?.numeric.map(({ column, mean, median }) => [column, mean, median])).toEqual([
    ["Income", 2, 2],
    ["Age", 35, 35],
  ]);
  expect(first?.categories.map(({ column, shares }) => [column, shares.map(({ value }) => value)])).toEqual([
    ["Gender", ["f", "m"]],
  ]);
});

test("identifiers have means, but are not profiled", async () => {
  const table = tableOf({ CustomerID: [7, 8, 9], Income: [1, 3, 20] });
  const [first] = await profiled(table, ["Income"], [0, 1, 2], [0, 0, 1]);
  expect(Object.keys(first?.means ?? {})).toEqual(["CustomerID", "Income"]);
  expect(first?.numeric.map(({ column }) => column)).toEqual(["Income"]);
});

test("a column that is empty for the whole segment is absent there", async () => {
  const table = tableOf({ Income: [1, 3, 20], Age: [null, null, 50], Town: [null, "a", "b"] });
  const [first, second] = await profiled(table, ["Income"], [0, 2], [0, 1]);
  expect(Object.keys(first?.means ?? {})).toEqual(["Income"]);
  expect(first?.categories).toEqual([]);
  expect(Object.keys(second?.means ?? {})).toEqual(["Income", "Age"]);
});

test("any column name is safe", async () => {
  const table = tableOf([
    ["__proto__", [1, 3, 20]],
    ["constructor", [4, 6, 9]],
  ]);
  const [first] = await profiled(table, ["__proto__"], [0, 1, 2], [0, 0, 1]);
  expect(Object.entries(first?.means ?? {})).toEqual([
    ["__proto__", 2],
    ["constructor", 5],
  ]);
});
