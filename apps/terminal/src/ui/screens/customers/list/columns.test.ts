import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeColumns } from "./columns.ts";

describe("placeColumns", () => {
  it("shows all columns where they fit, and gives what is left to those that are cut", () => {
    expect(placeColumns([10, 30, 6], 0, 60)).toEqual({
      placed: [
        { index: 0, width: 10 },
        { index: 1, width: 30 },
        { index: 2, width: 6 },
      ],
      before: 0,
      after: 0,
    });
  });

  it("keeps the first column and says how many are hidden on each side", () => {
    const { placed, before, after } = placeColumns([10, 10, 10, 10, 10], 2, 26);
    expect(placed.map(({ index }) => index)).toEqual([0, 3]);
    expect([before, after]).toEqual([2, 1]);
  });

  it("never squeezes a column below six cells, never exceeds the width, loses count of none", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 40 }),
        fc.nat(45),
        fc.integer({ min: 8, max: 200 }),
        (natural, scrolled, width) => {
          const { placed, before, after } = placeColumns(natural, scrolled, width);
          for (const column of placed) expect(column.width).toBeGreaterThanOrEqual(6);
          expect(placed.reduce((sum, column) => sum + column.width + 2, 0)).toBeLessThanOrEqual(width);
          expect(before + placed.length + after).toBe(natural.length);
        },
      ),
    );
  });
});
