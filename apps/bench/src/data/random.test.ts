import { expect, test } from "vitest";
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

test("bell-shaped draws have mean 0 and variance 1", () => {
  const random = new Random(3);
  const draws = Array.from({ length: 100_000 }, () => random.bell());
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
  const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length;
  expect(Math.abs(mean)).toBeLessThan(0.02);
  expect(Math.abs(variance - 1)).toBeLessThan(0.02);
});
