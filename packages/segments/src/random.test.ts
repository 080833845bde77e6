import fc from "fast-check";
import { expect, test } from "vitest";
import { Random } from "./random.ts";

test("the same seed and stream draw the same numbers, others draw others", () => {
  const draws = (...seed: [number, ...number[]]) => Array.from(new Random(...seed).withReplacement(8, 1000));
  expect(draws(7, 1)).toEqual(draws(7, 1));
  const others = [draws(7, 1), draws(7, 2), draws(8, 1), draws(7), draws(2 ** 32 + 7, 1)];
  expect(new Set(others.map(String)).size).toBe(others.length);
});

test("a seed draws what it always drew", () => {
  expect(Array.from(new Random(0).withReplacement(6, 100))).toEqual([8, 91, 37, 20, 70, 18]);
});

test("numbers are drawn evenly", () => {
  const counts = new Int32Array(10);
  for (const drawn of new Random(3).withReplacement(100_000, 10)) counts[drawn]!++;
  // Ten thousand each, with a standard deviation of 95.
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});

test("a sample has so many different numbers in order, whatever is asked for", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }), fc.nat(), (count, more, seed) => {
      const drawn = Array.from(new Random(seed).sample(count, count + more));
      expect(drawn).toEqual([...new Set(drawn)].sort((a, b) => a - b));
      expect(drawn).toHaveLength(count);
      expect(drawn.every((number) => number >= 0 && number < count + more)).toBe(true);
    }),
  );
});

test("every number has the same chance to be in a sample", () => {
  const counts = new Int32Array(6);
  for (let seed = 0; seed < 6000; seed++) for (const drawn of new Random(seed).sample(3, 6)) counts[drawn]!++;
  // Three thousand each, with a standard deviation of 39.
  for (const count of counts) expect(Math.abs(count - 3000)).toBeLessThan(160);
});
