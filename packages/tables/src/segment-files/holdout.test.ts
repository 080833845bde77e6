import fc from "fast-check";
import { expect, test } from "vitest";
import { holdout } from "./holdout.ts";

const ids = (count: number): string[] => Array.from({ length: count }, (_, i) => `C${i}`);
const drawnOf = (all: readonly string[], share: number, seed: number): string[] => {
  const drawn = holdout(all, share, seed);
  return all.filter((_, i) => drawn[i] === 1);
};

test.each([
  [100, 0.1, 10],
  [5, 0.1, 1],
  [4, 0.1, 0],
  [7, 1, 7],
  [7, 0, 0],
  [0, 0.5, 0],
])("of %i customers a share of %f is %i", (count, share, expected) => {
  expect(drawnOf(ids(count), share, 0)).toHaveLength(expected);
});

test("draws the same customers in whatever order they come, and others with another seed", () => {
  const all = ids(1000);
  const drawn = drawnOf(all, 0.2, 42);
  expect(new Set(drawnOf(all.toReversed(), 0.2, 42))).toEqual(new Set(drawn));
  for (const seed of [0, 43, 42 + 2 ** 32]) {
    const again = drawnOf(all, 0.2, seed).filter((id) => drawn.includes(id)).length;
    expect(again).toBeGreaterThan(20); // 40 by chance
    expect(again).toBeLessThan(60);
  }
});

test("draws without regard to what the ids look like", () => {
  const all = Array.from({ length: 20_000 }, (_, i) => String(100_000 + i));
  const drawn = drawnOf(all, 0.1, 0);
  for (const place of [0, 1, 2, 3, 4]) {
    const counts = new Map<string, number>();
    for (const id of drawn)
      counts.set(id.slice(5 - place, 6 - place), (counts.get(id.slice(5 - place, 6 - place)) ?? 0) + 1);
    const expected = drawn.length / counts.size;
    for (const count of counts.values()) expect(Math.abs(count - expected)).toBeLessThan(5 * Math.sqrt(expected));
  }
});

test("draws exactly as many as asked for, whatever the ids", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string()),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.maxSafeInteger(),
      (all, share, seed) => {
        expect(drawnOf(all, share, Math.abs(seed))).toHaveLength(Math.round(share * all.length));
      },
    ),
    { seed: 5 },
  );
});
