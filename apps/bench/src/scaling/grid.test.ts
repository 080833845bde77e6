import { expect, test } from "vitest";
import { plansOf, WHOLE_BUDGET, WHOLE_GRID } from "./grid.ts";

test("each shape has the k that the budget allows, and names those that it does not", () => {
  const grid = { rows: [10, 1000], columns: [2], ks: [2, 50] };
  expect(plansOf(grid, { values: 2000, differences: 5000 })).toEqual([
    { rows: 10, columns: 2, ks: [2, 50], skipped: [] },
    { rows: 1000, columns: 2, ks: [2], skipped: [50] },
  ]);
  expect(plansOf(grid, { values: 1999, differences: 5000 })[1].skipped).toEqual([2, 50]);
});

test("every number of rows, columns and centroids has a size that is measured", () => {
  const measured = plansOf(WHOLE_GRID, WHOLE_BUDGET).filter(({ ks }) => ks.length > 0);
  expect(new Set(measured.map(({ rows }) => rows))).toEqual(new Set(WHOLE_GRID.rows));
  expect(new Set(measured.map(({ columns }) => columns))).toEqual(new Set(WHOLE_GRID.columns));
  expect(new Set(measured.flatMap(({ ks }) => ks))).toEqual(new Set(WHOLE_GRID.ks));
});
