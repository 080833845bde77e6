import { expect, test } from "vitest";
import { agrees, compareLabels } from "./agreement.ts";

test("equal labels agree", () => {
  const labels = Int32Array.of(0, 1, 2, 1);
  expect(compareLabels(labels, labels.slice(), "float64")).toEqual({ different: 0, allowed: 0 });
});

test("one other label among few is a disagreement, in either precision", () => {
  for (const precision of ["float32", "float64"] as const) {
    const agreement = compareLabels(Int32Array.of(0, 1, 2), Int32Array.of(0, 1, 1), precision);
    expect(agreement.different).toBe(1);
    expect(agrees(agreement)).toBe(false);
  }
});

test("float32 may label one row in ten thousand otherwise, and no more", () => {
  const reference = new Int32Array(20_000);
  const labels = reference.slice();
  labels.fill(1, 0, 2);
  expect(agrees(compareLabels(reference, labels, "float32"))).toBe(true);
  expect(agrees(compareLabels(reference, labels, "float64"))).toBe(false);
  labels[2] = 1;
  expect(agrees(compareLabels(reference, labels, "float32"))).toBe(false);
});

test("too few labels disagree", () => {
  expect(agrees(compareLabels(new Int32Array(100_000), new Int32Array(99_999), "float32"))).toBe(false);
});
