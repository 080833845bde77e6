import { expect, test } from "vitest";
import type { Precision } from "../contenders/contender.ts";
import { agrees, compareInertia, compareLabels, NOT_COMPARED } from "./agreement.ts";

/** Labels that come to an inertia far from the reference's. */
function labelsAgree(reference: Int32Array, labels: Int32Array, precision: Precision): boolean {
  const compared = compareLabels({ labels: reference, inertia: 1000 }, { labels, inertia: 1001 }, precision);
  return agrees({ ...NOT_COMPARED, labels: compared });
}

function inertiaAgrees(...compared: Parameters<typeof compareInertia>): boolean {
  return agrees({ ...NOT_COMPARED, inertia: compareInertia(...compared) });
}

test("equal labels agree", () => {
  const labels = Int32Array.of(0, 1, 2, 1);
  const one = { labels, inertia: 5 };
  const compared = compareLabels(one, { ...one, labels: labels.slice() }, "float64");
  expect(compared).toEqual({ different: 0, allowed: 0, inertia: { off: 0, allowed: 1e-9 } });
});

test("one other label among few is a disagreement, in either precision", () => {
  for (const precision of ["float32", "float64"] as const) {
    expect(labelsAgree(Int32Array.of(0, 1, 2), Int32Array.of(0, 1, 1), precision)).toBe(false);
  }
});

test("float32 may label one row in ten thousand otherwise, and no more", () => {
  const reference = new Int32Array(20_000);
  const labels = reference.slice();
  labels.fill(1, 0, 2);
  expect(labelsAgree(reference, labels, "float32")).toBe(true);
  expect(labelsAgree(reference, labels, "float64")).toBe(false);
  labels[2] = 1;
  expect(labelsAgree(reference, labels, "float32")).toBe(false);
});

test("too few labels disagree", () => {
  expect(labelsAgree(new Int32Array(100_000), new Int32Array(99_999), "float32")).toBe(false);
});

test("more labels may differ where they come to the same inertia: a near-tie has moved a centroid, and that more rows", () => {
  const reference = { labels: Int32Array.of(0, 0, 1), inertia: 1000 };
  const agreesAt = (inertia: number): boolean => {
    const compared = compareLabels(reference, { labels: Int32Array.of(0, 1, 1), inertia }, "float32");
    return agrees({ ...NOT_COMPARED, labels: compared });
  };
  expect(agreesAt(1000.0009)).toBe(true);
  expect(agreesAt(1000.0011)).toBe(false);
});

test("an inertia may be off by a ten-thousandth in float32 and by a millionth in float64, in every round", () => {
  expect(inertiaAgrees(1000, [1000, 1000.09], "float32")).toBe(true);
  expect(inertiaAgrees(1000, [1000, 1000.09], "float64")).toBe(false);
  expect(inertiaAgrees(1000, [1000, 999.8], "float32")).toBe(false);
});

test("what was not compared is no disagreement", () => {
  expect(agrees(NOT_COMPARED)).toBe(true);
});
