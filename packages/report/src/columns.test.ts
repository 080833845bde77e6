import { mall, mallPreset, segment } from "@kentro/segments";
import { expect, test } from "vitest";
import { byTelling, shownColumns } from "./columns.ts";
import { tableOf } from "./testing/tables.ts";

test("features come first, then the other numeric columns but identifiers", async () => {
  const { shown, more } = shownColumns(await segment(mall, { ...mallPreset, k: 5 }), mall);
  expect(shown.map(({ column, feature }) => [column, feature])).toEqual([
    ["Annual Income (k$)", true],
    ["Spending Score (1-100)", true],
    ["Age", false],
  ]);
  expect(shown.map(({ everybody }) => everybody.toFixed(9))).toEqual(["60.560000000", "50.200000000", "38.850000000"]);
  expect(more).toBe(0);
});

test("of many features those that tell segments apart best are shown, in their order", async () => {
  const rows = Array.from({ length: 60 }, (_, i) => i);
  const noise = Array.from({ length: 11 }, (_, j) => [`noise ${j}`, rows.map((i) => (i * (j + 3) * 7) % 61)] as const);
  const table = tableOf({ ...Object.fromEntries(noise), telling: rows.map((i) => (i % 2) * 1000 + (i % 7) / 2) });
  const { shown, more } = shownColumns(await segment(table, { features: "all", k: 2 }), table);
  expect(shown.length).toBe(10);
  expect(shown.at(-1)?.column).toBe("telling");
  expect(more).toBe(2);
});

test("columns that tell as much keep their order", () => {
  expect(byTelling([], ["b", "a"])).toEqual(["b", "a"]);
});

test("everybody's mean leaves out rows that are not used and cells that are empty", async () => {
  const table = tableOf({ income: [1, 2, 100, Number.NaN, 101], age: [20, Number.NaN, 40, 99, 60] });
  const { shown } = shownColumns(await segment(table, { features: ["income"], k: 2 }), table);
  expect(shown.map(({ column, everybody }) => [column, everybody])).toEqual([
    ["income", 51],
    ["age", 40],
  ]);
});
