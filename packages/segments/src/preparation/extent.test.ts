import { expect, test } from "vitest";
import { segment } from "../segment.ts";
import { tableOf } from "../testing/table.ts";

const far = Array.from({ length: 30 }, (_, i) => (i % 3) * 10 + i / 30);
const tiny = far.map((value) => value * 1e-160);

test("unscaled values whose squares vanish are refused, for distances would all be zero", async () => {
  await expect(segment(tableOf({ tiny }), { k: 3, scale: "none" })).rejects.toMatchObject({
    code: "NO_SPREAD",
    message: "The features cannot be clustered by unscaled: their values are too close together. Use another scale.",
  });
});

test("unscaled values that small count for nothing beside others", async () => {
  const { segments } = await segment(tableOf({ far, tiny }), { k: 3, scale: "none", resamples: 0 });
  expect(segments.map(({ size }) => size)).toEqual([10, 10, 10]);
  expect(segments.map(({ border }) => border?.customers)).toEqual([0, 0, 0]);
});

test("rows that are all the same are not too close together, but the same", async () => {
  await expect(segment(tableOf({ x: [1, 1, 1] }), { features: ["x"], k: 2, scale: "none" })).rejects.toMatchObject({
    code: "TOO_FEW_DISTINCT_ROWS",
  });
});
