import { expect, test } from "vitest";
import { matchByOverlap } from "./overlap.ts";

const match = (labels: readonly number[], count: number, others: readonly number[], otherCount: number, least = 0) =>
  matchByOverlap(Int32Array.from(labels), count, Int32Array.from(others), otherCount, least);

test("the same customers under other numbers match wholly", () => {
  expect(match([0, 0, 1, 1, 2], 3, [2, 2, 0, 0, 1], 3)).toEqual([
    { other: 2, jaccard: 1 },
    { other: 0, jaccard: 1 },
    { other: 1, jaccard: 1 },
  ]);
});

test("the similarity is that of Jaccard: customers in both over customers in either", () => {
  expect(match([0, 0, 0, 1], 2, [0, 0, 1, 1], 2)).toEqual([
    { other: 0, jaccard: 2 / 3 },
    { other: 1, jaccard: 1 / 2 },
  ]);
});

test("each is matched once: of two parts of an earlier segment one goes without", () => {
  expect(match([0, 0, 0, 1], 2, [0, 0, 0, 0], 1)).toEqual([{ other: 0, jaccard: 3 / 4 }, null]);
});

test("rows that one of the two leaves out do not count", () => {
  expect(match([0, 0, -1, 1], 2, [0, -1, 0, 1], 2)).toEqual([
    { other: 0, jaccard: 1 },
    { other: 1, jaccard: 1 },
  ]);
});

test("segments that share nobody do not match", () => {
  expect(match([0, 0], 2, [1, 1], 2)).toEqual([{ other: 1, jaccard: 1 }, null]);
  expect(match([0, -1], 1, [-1, 0], 1)).toEqual([null]);
});

test("a pair that is similar enough is not given up for two that are not", () => {
  const rows = (pairs: readonly (readonly [number, number, number])[], of: 0 | 1) =>
    pairs.flatMap((pair) => new Array<number>(pair[2]).fill(pair[of]));
  const shared = [
    [0, 0, 71],
    [0, 1, 29],
    [1, 0, 29],
  ] as const;
  const [labels, others] = [rows(shared, 0), rows(shared, 1)];
  expect(match(labels, 2, others, 2).map((each) => each?.other)).toEqual([1, 0]);
  expect(match(labels, 2, others, 2, 0.5)).toEqual([{ other: 0, jaccard: 71 / 129 }, null]);
});
