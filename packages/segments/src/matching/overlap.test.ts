import fc from "fast-check";
import { expect, test } from "vitest";
import { optimalAssignment } from "./assignment.ts";
import { matchByCounts, matchByOverlap } from "./overlap.ts";

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

test("customers that are counted already match in the same way", () => {
  const label = fc.integer({ min: -1, max: 3 });
  fc.assert(
    fc.property(fc.array(fc.tuple(label, label), { maxLength: 40 }), (rows) => {
      const counts = [0, 1, 2, 3].map((own) =>
        [0, 1, 2, 3].map((other) => rows.filter(([one, two]) => one === own && two === other).length),
      );
      const [labels, others] = [rows.map(([one]) => one), rows.map(([, two]) => two)];
      expect(matchByCounts(counts, 4, 0.2)).toEqual(match(labels, 4, others, 4, 0.2));
    }),
  );
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

test("group by group the similarities add up to as much as all at once", () => {
  const labels = fc.array(fc.integer({ min: -1, max: 5 }), { minLength: 30, maxLength: 30 });
  fc.assert(
    fc.property(labels, labels, fc.constantFrom(0, 0.2, 0.5), (own, others, least) => {
      const similarity = Array.from({ length: 6 }, (_, a) =>
        Array.from({ length: 6 }, (_, b) => {
          const counted = own.map((label, row) => [label, others[row]!]).filter(([x, y]) => x! >= 0 && y! >= 0);
          const both = counted.filter(([x, y]) => x === a && y === b).length;
          const either = counted.filter(([x, y]) => x === a || y === b).length;
          return both === 0 || both / either < least ? 0 : both / either;
        }),
      );
      const best = optimalAssignment(similarity.map((row) => row.map((jaccard) => -jaccard)));
      const most = best.reduce((sum, other, a) => sum + similarity[a]![other]!, 0);
      const matches = match(own, 6, others, 6, least);
      expect(matches.reduce((sum, each) => sum + (each?.jaccard ?? 0), 0)).toBeCloseTo(most, 12);
      const used = matches.flatMap((each) => each?.other ?? []);
      expect(new Set(used).size).toBe(used.length);
    }),
    { seed: 5, numRuns: 100 },
  );
});

test("a thousand segments that stayed what they were are found again", () => {
  const labels = Array.from({ length: 20_000 }, (_, row) => row % 1000);
  const others = labels.map((label, row) => (row % 37 === 0 ? (label + 1) % 1000 : 999 - label));
  const matches = match(labels, 1000, others, 1000, 0.5);
  expect(matches.every((each, own) => each?.other === 999 - own)).toBe(true);
});
