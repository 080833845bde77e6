import { expect, test } from "vitest";
import { inertiaOf } from "./inertia.ts";

test("inertia is taken around the means of the labels, whatever centroids a fit ended with", () => {
  const sample = { rows: 4, columns: 1, points: Float32Array.of(1, 3, 10, 10) };
  expect(inertiaOf(sample, 3, Int32Array.of(0, 0, 1, 1))).toBe(2);
  expect(inertiaOf(sample, 3, Int32Array.of(0, 2, 1, 1))).toBe(0);
});
