import fc from "fast-check";
import { expect, test } from "vitest";
import { quantile, quantiles } from "./quantile.ts";

const sorted = Float64Array.of(3.5, -1.25, 0, 7.75, 1e6, 2.5, -3).sort();

test("quantiles lie between neighbors as numpy's do", () => {
  const found = [0, 0.1, 0.25, 0.5, 0.77, 1].map((q) => quantile(sorted, q));
  const numpy = [-3, -1.9499999999999997, -0.625, 2.5, 6.135000000000001, 1e6];
  for (const [i, value] of numpy.entries()) expect(found[i]).toBeCloseTo(value, 9);
});

test("a part of the values has quantiles of its own", () => {
  expect(quantile(sorted, 0.5, 1, 5)).toBe(1.25);
  expect(quantile(sorted, 0.5, 6, 7)).toBe(1e6);
});

test("the middle of opposite extremes is finite", () => {
  expect(quantile(Float64Array.of(-Number.MAX_VALUE, Number.MAX_VALUE), 0.5)).toBe(0);
});

test("what lies between two numbers is no smaller and no larger, however close they are", () => {
  const value = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
  const q = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(value, q, (low, part) => {
      const high = low * (1 + Number.EPSILON);
      const found = quantile(Float64Array.of(low, high), part);
      expect(found).toBeGreaterThanOrEqual(low);
      expect(found).toBeLessThanOrEqual(high);
    }),
    { seed: 1, numRuns: 500 },
  );
});

test("quantiles of values in any order are those of the sorted values, to the bit", () => {
  const value = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: 0, max: 5 }));
  // Beyond 600 values the place is narrowed down by a sample first.
  const values = fc.array(value, { minLength: 1, maxLength: 3000, size: "max" });
  const q = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.25, 0.5, 0.75, 1));
  fc.assert(
    fc.property(values, fc.array(q, { maxLength: 4 }), (array, drawn) => {
      const qs = drawn.toSorted((a, b) => a - b);
      const ordered = Float64Array.from(array, (each) => each + 0).sort();
      expect(quantiles(Float64Array.from(array), qs).map((each) => each + 0)).toEqual(
        qs.map((each) => quantile(ordered, each) + 0),
      );
    }),
    { seed: 2, numRuns: 60 },
  );
});
