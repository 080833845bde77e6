import type { Matrix } from "@kentro/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Pace } from "../pace.ts";
import { BORDER_MARGIN, borderCounts, nearness } from "./borders.ts";

const matrix = (...rows: readonly (readonly number[])[]): Matrix => ({
  data: Float64Array.from(rows.flat()),
  rows: rows.length,
  columns: rows[0]!.length,
});

describe("the margin of a customer", () => {
  test("is by how much the next segment is farther off, of that distance and not its square", async () => {
    const points = matrix([3, 4], [5, 0], [0, 0]);
    const { distance, second, margin } = await nearness(
      points,
      matrix([0, 0], [10, 0], [-90, 0]),
      Int32Array.of(0, 1, 0),
      new Pace(),
    );
    expect(Array.from(second)).toEqual([1, 0, 1]);
    expect(Array.from(distance)).toEqual([5, 5, 0]);
    // From (3, 4) it is 5 to the own centroid and the root of 65 to the next.
    expect(margin[0]).toBeCloseTo(1 - 5 / Math.sqrt(65), 15);
    expect(Array.from(margin.subarray(1))).toEqual([0, 1]);
  });

  test("is whole where there is no other segment", async () => {
    const { second, margin } = await nearness(matrix([1], [2]), matrix([1.5]), new Int32Array(2), new Pace());
    expect([Array.from(second), Array.from(margin)]).toEqual([
      [-1, -1],
      [1, 1],
    ]);
    expect(await borderCounts(matrix([1], [2]), matrix([1.5]), new Int32Array(2), new Pace())).toBeNull();
  });

  test("is nothing where two centroids are in the same place as the customer", async () => {
    const { margin } = await nearness(matrix([1]), matrix([1], [1]), new Int32Array(1), new Pace());
    expect(margin[0]).toBe(0);
  });
});

test("customers on a border are those of a margin under a tenth, counted by segment", async () => {
  // Between 0 and 10 the margin is (10 - 2x) / (10 - x): a tenth at x = 90 / 19.
  const edge = 90 / 19;
  const points = matrix([edge - 0.01], [edge + 0.01], [5], [10 - edge - 0.01], [10 - edge + 0.01], [0]);
  const counts = await borderCounts(points, matrix([0], [10]), Int32Array.of(0, 0, 0, 1, 1, 0), new Pace());
  expect(Array.from(counts ?? [])).toEqual([2, 1]);
});

test("counting customers by pieces agrees with the margins of all of them", async () => {
  const coordinate = fc.double({ min: -5, max: 5, noNaN: true });
  const rows = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(rows, fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 5 }), async (p, c) => {
      const [points, centroids] = [matrix(...p), matrix(...c)];
      const labels = Int32Array.from(p, (at) => nearestOf(at, c));
      const { margin, second } = await nearness(points, centroids, labels, new Pace());
      const counts = await borderCounts(points, centroids, labels, new Pace());
      const expected = new Int32Array(c.length);
      for (let row = 0; row < p.length; row++) {
        expect(margin[row]).toBeGreaterThanOrEqual(0);
        expect(margin[row]).toBeLessThanOrEqual(1);
        expect(second[row]).not.toBe(labels[row]);
        if (margin[row]! < BORDER_MARGIN) expected[labels[row]!]!++;
      }
      expect(counts).toEqual(expected);
    }),
    { seed: 1 },
  );
});

function nearestOf(at: readonly number[], centroids: readonly (readonly number[])[]): number {
  const squares = centroids.map((center) => center.reduce((sum, value, j) => sum + (value - at[j]!) ** 2, 0));
  return squares.indexOf(Math.min(...squares));
}
