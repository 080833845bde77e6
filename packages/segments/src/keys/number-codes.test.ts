import fc from "fast-check";
import { expect, test } from "vitest";
import { Pace } from "../pace.ts";
import { numberCodes } from "./number-codes.ts";

test("equal numbers have one code, by first appearance, and NaN has none", async () => {
  const { codes, count } = await numberCodes(Float64Array.of(7, -1.5, Number.NaN, 7, 0, -0, Infinity), new Pace());
  expect([...codes]).toEqual([0, 1, -1, 0, 2, 2, 3]);
  expect(count).toBe(4);
});

test("no numbers have no codes", async () => {
  expect(await numberCodes(new Float64Array(0), new Pace())).toEqual({ codes: new Int32Array(0), count: 0 });
});

test("a table that grew says what a Map says", async () => {
  const numbers = Float64Array.from({ length: 300_000 }, (_, i) => ((i * 7919) % 200_003) * (i % 3 === 0 ? 1e-9 : 1e9));
  const { codes, count } = await numberCodes(numbers, new Pace());
  const known = new Map<number, number>();
  let wrong = 0;
  for (const [i, number] of numbers.entries()) {
    if (!known.has(number)) known.set(number, known.size);
    if (codes[i] !== known.get(number)) wrong++;
  }
  expect([wrong, count]).toEqual([0, known.size]);
});

test("any numbers have the codes that a Map gives them", async () => {
  const numbers = fc.array(fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: -3, max: 3 })));
  await fc.assert(
    fc.asyncProperty(numbers, async (given) => {
      const { codes } = await numberCodes(Float64Array.from(given), new Pace());
      const known = new Map<number, number>();
      for (const number of given) if (!known.has(number)) known.set(number, known.size);
      expect([...codes]).toEqual(given.map((number) => known.get(number)));
    }),
    { seed: 1 },
  );
});
