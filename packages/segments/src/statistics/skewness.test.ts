import { expect, test } from "vitest";
import { skewness } from "./skewness.ts";

// scipy.stats.skew of the same values.
test.each([
  [[1, 2, 3, 4, 10], 1.1384199576606167],
  [[2, 8, 0, 4, 1, 9, 9, 0], 0.2650554122698573],
  [[0, 3, 1, 250, 7, 5.5, 12, 2, 40, 5.5], 2.561015548638777],
])("%j is as skewed as scipy has it", (values, expected) => {
  expect(skewness(Float64Array.from(values))).toBeCloseTo(expected, 12);
  expect(skewness(Float64Array.from(values, (value) => -value))).toBeCloseTo(-expected, 12);
});

test("a symmetric column is not skewed, and neither is one that does not vary", () => {
  expect(skewness(Float64Array.of(-3, 1, 5))).toBeCloseTo(0, 12);
  expect(skewness(new Float64Array(7).fill(0.1))).toBe(0);
});

test("large values are not thrown out of range", () => {
  expect(skewness(Float64Array.of(1e100, 2e100, 3e100, 4e100, 10e100))).toBeCloseTo(1.1384199576606167, 12);
});
