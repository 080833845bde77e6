import fc from "fast-check";
import { expect, test } from "vitest";
import { bestJaccard } from "./jaccard.ts";

const labels = (...values: readonly number[]) => Int32Array.from(values);

test("a cluster is compared with the one most like it", () => {
  // 0 is rows 0 to 3: three of them are in the other's 1 (rows 0 to 2 and 4), one in its 0 (rows 3 and 5 to 7).
  const [first, second] = bestJaccard(labels(0, 0, 0, 0, 1, 1, 1, 1), 2, labels(1, 1, 1, 0, 1, 0, 0, 0), 2);
  expect(first).toBe(3 / 5);
  expect(second).toBe(3 / 5);
});

test("two clusters may be most like the same one", () => {
  // All six rows are one cluster in the other labeling: 2 of 6 and 4 of 6 are shared.
  expect(Array.from(bestJaccard(labels(0, 0, 1, 1, 1, 1), 2, labels(0, 0, 0, 0, 0, 0), 1))).toEqual([2 / 6, 4 / 6]);
});

test("a cluster that has no row has no likeness", () => {
  expect(Array.from(bestJaccard(labels(0, 0), 2, labels(0, 0), 1))).toEqual([1, 0]);
});

test("other numbers for the same clusters change nothing", () => {
  const pair = fc.array(fc.tuple(fc.nat(3), fc.nat(4)), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(pair, (pairs) => {
      const own = labels(...pairs.map(([a]) => a));
      const other = labels(...pairs.map(([, b]) => b));
      const renumbered = other.map((b) => 4 - b);
      expect(bestJaccard(own, 4, renumbered, 5)).toEqual(bestJaccard(own, 4, other, 5));
      const likeness = bestJaccard(own, 4, own, 4);
      for (let a = 0; a < 4; a++) expect(likeness[a]).toBe(own.includes(a) ? 1 : 0);
    }),
    { seed: 1 },
  );
});
