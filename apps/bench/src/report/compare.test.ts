import { expect, test } from "vitest";
import { KENTRO, ML_KMEANS, SCIKIT_LEARN } from "../testing/measured.ts";
import { excessOver, lowestInertias, medianInertias, timesAsLong } from "./compare.ts";

test("a ratio is of medians, and its spread that of rounds", () => {
  expect(timesAsLong(SCIKIT_LEARN, KENTRO)).toEqual({ median: 8, least: 7.5, most: 50 / 6 });
});

test("with fewer rounds on one side, those that both had make the spread", () => {
  expect(timesAsLong(ML_KMEANS, KENTRO)).toEqual({ median: 30, least: 30, most: 30 });
});

test("a difference that is lost in noise has no ratio, and neither has who was not measured", () => {
  expect(timesAsLong({ ...SCIKIT_LEARN, samplesMs: [-0.1] }, KENTRO)).toBeNull();
  expect(timesAsLong(SCIKIT_LEARN, { ...KENTRO, samplesMs: [] })).toBeNull();
});

const SWEEP = {
  ...KENTRO,
  inertias: [
    [10, 5],
    [10, 7],
    [10, 4],
  ],
};

test("inertias are compared k by k, by medians, and the worst counts", () => {
  expect(medianInertias(SWEEP)).toEqual([10, 5]);
  expect(excessOver([10, 5], [10, 4])).toEqual({ above: 0.25, index: 1 });
  expect(excessOver([10, 5], [])).toBeNull();
});

test("the lowest inertia is that of any round of anyone, or known from elsewhere", () => {
  expect(lowestInertias([SWEEP], null)).toEqual([10, 4]);
  expect(lowestInertias([SWEEP], 4.5)).toEqual([4.5, 4]);
});
