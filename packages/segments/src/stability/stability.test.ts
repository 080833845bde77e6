import { expect, test } from "vitest";
import { SegmentsError } from "../error.ts";
import { checkResamples, resamplesFor, stabilityLevel } from "./stability.ts";

test("levels are Hennig's", () => {
  const means = [0, 0.599, 0.6, 0.749, 0.75, 0.849, 0.85, 1];
  expect(means.map(stabilityLevel)).toEqual([
    ...["unstable", "unstable", "doubtful", "doubtful"],
    ...["stable", "stable", "highly stable", "highly stable"],
  ]);
});

test("customers are drawn again fifty times, less often for many segments, and as often as asked", () => {
  expect([2, 20, 25, 100, 1000].map((k) => resamplesFor(k, undefined))).toEqual([50, 50, 40, 10, 10]);
  expect([0, 7].map((asked) => resamplesFor(1000, asked))).toEqual([0, 7]);
});

test("resamples that cannot be drawn are refused", () => {
  for (const wrong of [-1, 1.5, Number.NaN, 1001]) expect(() => checkResamples(wrong)).toThrow(SegmentsError);
  expect(() => checkResamples(-1)).toThrow("Expected resamples to be a whole number from 0 to 1000, got -1.");
  for (const right of [undefined, 0, 1000]) expect(() => checkResamples(right)).not.toThrow();
});
