import { expect, test } from "vitest";
import { makeChains, makeGrid, makeUneven } from "./structured.ts";

const SHAPE = { rows: 9000, columns: 2, k: 9 };

/** The mean of all rows that fall to a blob in turn. */
function meanOf(points: Float32Array, blob: number): readonly number[] {
  const sums = [0, 0];
  let count = 0;
  for (let row = blob; row < SHAPE.rows; row += SHAPE.k, count++) {
    sums[0] += points[row * 2];
    sums[1] += points[row * 2 + 1];
  }
  return sums.map((sum) => sum / count);
}

test("a grid fills its rows one after the other", () => {
  const points = makeGrid(SHAPE, 1);
  [
    [0, 0],
    [6, 0],
    [12, 0],
    [0, 6],
  ].forEach((center, blob) => {
    meanOf(points, blob).forEach((value, axis) => {
      expect(Math.abs(value - center[axis])).toBeLessThan(0.2);
    });
  });
});

test("blobs of a chain follow each other at the same distance, six to a chain", () => {
  const points = makeChains(SHAPE, 1);
  const means = Array.from({ length: SHAPE.k }, (_, blob) => meanOf(points, blob));
  const steps = means.slice(1).map(([x, y], index) => Math.hypot(x - means[index][0], y - means[index][1]));
  for (const index of [0, 1, 2, 3, 4, 6, 7]) expect(Math.abs(steps[index] - 5)).toBeLessThan(0.4);
  expect(Math.abs(steps[5] - 5)).toBeGreaterThan(1);
});

test("uneven blobs lie within their cube, as far as their widths let them", () => {
  expect(makeUneven(SHAPE, 1).every((value) => Math.abs(value) < 45)).toBe(true);
});
