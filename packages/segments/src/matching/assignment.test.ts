import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { optimalAssignment } from "./assignment.ts";

/** The least sum over all ways to pair, tried one by one. */
function leastSum(cost: readonly (readonly number[])[]): number {
  const columns = cost[0]?.length ?? 0;
  const pair = (row: number, free: readonly number[], skips: number): number => {
    if (row === cost.length) return 0;
    const taken = free.map(
      (column) =>
        cost[row]![column]! +
        pair(
          row + 1,
          free.filter((other) => other !== column),
          skips,
        ),
    );
    const skipped = skips > 0 ? [pair(row + 1, free, skips - 1)] : [];
    return Math.min(...taken, ...skipped);
  };
  return pair(0, [...new Array(columns).keys()], Math.max(0, cost.length - columns));
}

const sumOf = (cost: readonly (readonly number[])[], assignment: readonly number[]) =>
  assignment.reduce((sum, column, row) => sum + (column === -1 ? 0 : cost[row]![column]!), 0);

test("the pairs of least cost are found where the greedy ones are not", () => {
  const cost = [
    [1, 2, 9],
    [2, 9, 9],
    [9, 9, 3],
  ];
  expect(optimalAssignment(cost)).toEqual([1, 0, 2]);
});

describe("the sum of costs is the least of all ways to pair", () => {
  const matrix = (value: fc.Arbitrary<number>) =>
    fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(value, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      );

  test.each([
    ["whole numbers with many ties", fc.integer({ min: -3, max: 3 }), 12],
    ["fractions", fc.double({ min: -1, max: 1, noNaN: true }), 9],
  ])("of %s, square or not", (_, value, digits) => {
    fc.assert(
      fc.property(matrix(value), (cost) => {
        const assignment = optimalAssignment(cost);
        const used = assignment.filter((column) => column !== -1);
        expect(used.length).toBe(Math.min(cost.length, cost[0]!.length));
        expect(new Set(used).size).toBe(used.length);
        expect(sumOf(cost, assignment)).toBeCloseTo(leastSum(cost), digits);
      }),
      { seed: 12, numRuns: 300 },
    );
  });
});

test("adding the same to a whole row changes nothing of who is paired with whom", () => {
  const cost = [
    [0.3, 0.9, 0.1],
    [0.2, 0.4, 0.7],
    [0.8, 0.5, 0.6],
  ];
  const raised = cost.map((row, i) => (i === 1 ? row.map((value) => value + 10) : row));
  expect(optimalAssignment(raised)).toEqual(optimalAssignment(cost));
});

test("two hundred of each kind are paired along the diagonal that is cheapest", () => {
  const cost = Array.from({ length: 200 }, (_, i) =>
    Array.from({ length: 200 }, (_, j) => ((i + j) % 200 === 7 ? 0 : 1)),
  );
  expect(optimalAssignment(cost)).toEqual(cost.map((_, i) => (207 - i) % 200));
});

test("of nothing, nothing is paired", () => {
  expect(optimalAssignment([])).toEqual([]);
  expect(optimalAssignment([[], []])).toEqual([-1, -1]);
});

test("rows of unequal length and costs that are no numbers are refused", () => {
  expect(() => optimalAssignment([[1, 2], [3]])).toThrow(
    "Expected 2 finite costs in row 2 of the matrix, got 1 costs.",
  );
  expect(() => optimalAssignment([[1, Number.NaN]])).toThrow(
    "Expected 2 finite costs in row 1 of the matrix, got NaN.",
  );
});
