import fc from "fast-check";
import { expect, test } from "vitest";
import { summarize } from "./statistics.ts";

test("the median of an odd number of samples is the middle one", () => {
  expect(summarize([9, 1, 4])).toEqual({ median: 4, least: 1, most: 9 });
});

test("the median of an even number of samples is between the middle two", () => {
  expect(summarize([10, 1, 2, 4])).toEqual({ median: 3, least: 1, most: 10 });
});

test("samples are sorted as numbers", () => {
  expect(summarize([100, 20, 3]).median).toBe(20);
});

test("samples keep their order", () => {
  const samples = [3, 1, 2];
  summarize(samples);
  expect(samples).toEqual([3, 1, 2]);
});

test("half of the samples are on either side of the median", () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), (samples) => {
      const { median } = summarize(samples);
      const half = samples.length / 2;
      expect(samples.filter((sample) => sample <= median).length).toBeGreaterThanOrEqual(half);
      expect(samples.filter((sample) => sample >= median).length).toBeGreaterThanOrEqual(half);
    }),
  );
});

test("no samples have no median", () => {
  expect(() => summarize([])).toThrow("at least one sample");
});
