import { expect, test } from "vitest";
import { quantile } from "./quantile.ts";

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
