import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adjustedRandIndex } from "./adjusted-rand-index.ts";

/** Values of scikit-learn 1.2.1. */
const CASES: readonly (readonly [readonly number[], readonly number[], number])[] = [
  [[0, 0, 1, 1], [0, 0, 1, 1], 1],
  [[0, 0, 1, 1], [1, 1, 0, 0], 1],
  [[0, 0, 1, 2], [0, 0, 1, 1], 0.5714285714285714],
  [[0, 0, 0, 0], [0, 1, 2, 3], 0],
  [[0, 1, 0, 1], [0, 0, 1, 1], -0.5],
  [[0, 0, 0], [0, 0, 0], 1],
  [[0, 1, 2], [2, 1, 0], 1],
  [[0, 0, 1, 1, 2, 2, 2], [0, 1, 1, 1, 2, 2, 0], 0.2125],
  [[5], [9], 1],
  [[], [], 1],
];

describe("adjustedRandIndex", () => {
  it.each(CASES)("of %j and %j is that of scikit-learn, %d", (a, b, expected) => {
    expect(adjustedRandIndex(a, b)).toBeCloseTo(expected, 14);
  });

  it("is the same both ways, and blind to names", () => {
    const labels = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(labels, (pairs) => {
        const a = pairs.map(([own]) => own);
        const b = pairs.map(([, own]) => own);
        const value = adjustedRandIndex(a, b);
        expect(value).toBeLessThanOrEqual(1);
        expect(adjustedRandIndex(b, a)).toBe(value);
        expect(
          adjustedRandIndex(
            a.map((own) => -17 * own),
            Int32Array.from(b),
          ),
        ).toBe(value);
        expect(adjustedRandIndex(a, a)).toBe(1);
      }),
      { seed: 1 },
    );
  });
});
