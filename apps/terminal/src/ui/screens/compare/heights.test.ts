import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { heightsOf, type Wish } from "./heights.ts";

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const wish: fc.Arbitrary<Wish> = fc
  .tuple(fc.nat(30), fc.nat(6), fc.boolean())
  .map(([lines, rank, spare]) => ({ lines, rank, ...(spare ? { spare: true } : {}) }));

describe("lines for parts one above the other", () => {
  it("are never more than there are, and no part has more than it would like", () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 6 }), fc.nat(60), (wishes, height) => {
        const given = heightsOf(wishes, height);
        expect(sum(given)).toBeLessThanOrEqual(height);
        for (const [part, lines] of given.entries()) {
          expect(lines).toBeGreaterThanOrEqual(0);
          expect(lines).toBeLessThanOrEqual(wishes[part]!.lines);
        }
      }),
    );
  });

  it("are as many as each would like where they suffice", () => {
    const wishes: Wish[] = [
      { lines: 4, rank: 1 },
      { lines: 9, rank: 2, spare: true },
      { lines: 5, rank: 0 },
    ];
    expect(heightsOf(wishes, 18)).toEqual([4, 9, 5]);
    expect(heightsOf(wishes, 12)).toEqual([4, 3, 5]);
    expect(heightsOf(wishes, 10)).toEqual([4, 0, 5]);
    expect(heightsOf(wishes, 4)).toEqual([0, 0, 4]);
  });
});
