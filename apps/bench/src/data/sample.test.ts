import { expect, test } from "vitest";
import { cases } from "../cases.ts";
import { makeSample, rowsOf } from "./sample.ts";

const [mall] = cases;
const SMALL = { ...cases[1], rows: 50 };

test("the mall sample is income and spending score of 200 customers", () => {
  const { points, rows, columns } = makeSample(mall);
  expect([rows, columns, points.length]).toEqual([200, 2, 400]);
  expect([...points.subarray(0, 4)]).toEqual([15, 39, 15, 81]);
});

test("the start is k different rows of the points", () => {
  const { points, start, columns, k } = makeSample(SMALL);
  const rows = rowsOf(points, columns).map(String);
  const chosen = rowsOf(start, columns).map(String);
  expect(new Set(chosen).size).toBe(k);
  for (const row of chosen) expect(rows).toContain(row);
});

test("the same case makes the same sample", () => {
  expect(makeSample(SMALL)).toEqual(makeSample(SMALL));
});

test("another start seed leaves the points as they are", () => {
  const one = makeSample({ ...SMALL, startSeed: 1 });
  const other = makeSample({ ...SMALL, startSeed: 2 });
  expect(other.points).toEqual(one.points);
  expect(other.start).not.toEqual(one.start);
});

test("a case of the mall with other rows than the mall has is refused", () => {
  expect(() => makeSample({ ...mall, rows: 201 })).toThrow("Expected 201 rows x 2 columns, got 400 values");
});

test("rows are cut from a row-major matrix", () => {
  expect(rowsOf(Float64Array.of(1, 2, 3, 4, 5, 6), 3)).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ]);
});
