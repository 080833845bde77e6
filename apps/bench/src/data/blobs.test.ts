import { expect, test } from "vitest";
import { makeBlobs } from "./blobs.ts";

test("points are what they always were", () => {
  expect([...makeBlobs({ rows: 3, columns: 2, k: 2 }, 1, 5)]).toMatchInlineSnapshot(`
    [
      -0.24122606217861176,
      1.2280694246292114,
      1.0673763751983643,
      -4.350774765014648,
      1.8287649154663086,
      -6.062926292419434,
    ]
  `);
});

test("another seed makes other points", () => {
  const shape = { rows: 10, columns: 2, k: 2 };
  expect(makeBlobs(shape, 1, 5)).not.toEqual(makeBlobs(shape, 2, 5));
});
