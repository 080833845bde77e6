import { expect, test } from "vitest";
import { Pace } from "../pace.ts";
import { typicalRows } from "./typical.ts";

async function typical(
  points: readonly number[],
  centroids: readonly number[],
  labels: readonly number[],
  rows?: readonly number[],
) {
  return await typicalRows(
    { data: Float64Array.from(points), rows: points.length, columns: 1 },
    { data: Float64Array.from(centroids), rows: centroids.length, columns: 1 },
    Int32Array.from(labels),
    Int32Array.from(rows ?? points.keys()),
    new Pace(),
  );
}

test("typical are the three customers closest to the centroid of their segment, the closest first", async () => {
  expect(await typical([9, 5.5, 4, 7, 5, 20], [5, 20], [0, 0, 0, 0, 0, 1])).toEqual([[4, 1, 2], [5]]);
});

test("of equally close ones the lowest row is typical", async () => {
  expect(await typical([6, 4, 6, 4, 5], [5], [0, 0, 0, 0, 0])).toEqual([[4, 0, 1]]);
});

test("customers as close but for rounding are equally close", async () => {
  expect(await typical([0.1 + 0.2 + 1, 0.7, 0.3, 1], [1], [0, 0, 0, 0])).toEqual([[3, 0, 1]]);
});

test("rows are those of the table, not of the points", async () => {
  expect(await typical([1, 2, 3], [3], [0, 0, 0], [10, 20, 30])).toEqual([[30, 20, 10]]);
});

test("a cluster without customers has none", async () => {
  expect(await typical([1], [1, 5], [0])).toEqual([[0], []]);
});
