import { expect, test } from "vitest";
import { makeBlobs } from "./blobs.ts";
import { Random } from "./random.ts";

test("the generator draws what it always drew", () => {
  const random = new Random(1);
  expect([random.uniform(), random.uniform(), random.uniform()]).toMatchInlineSnapshot(`
    [
      0.6270739405881613,
      0.002735721180215478,
      0.5274470399599522,
    ]
  `);
});

test("points are what they always were", () => {
  expect([...makeBlobs(3, 2, 2, { seed: 1, apart: 5 })]).toMatchInlineSnapshot(`
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

test("points are float32 numbers, so that both precisions get the same", () => {
  const points = makeBlobs(100, 3, 4, { seed: 7, apart: 5 });
  expect(Float64Array.from(Float32Array.from(points))).toEqual(points);
});

test("another seed makes other points", () => {
  expect(makeBlobs(10, 2, 2, { seed: 1, apart: 5 })).not.toEqual(makeBlobs(10, 2, 2, { seed: 2, apart: 5 }));
});

test("bell-shaped draws have mean 0 and variance 1", () => {
  const random = new Random(3);
  const draws = Array.from({ length: 100_000 }, () => random.bell());
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
  const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length;
  expect(Math.abs(mean)).toBeLessThan(0.02);
  expect(Math.abs(variance - 1)).toBeLessThan(0.02);
});
