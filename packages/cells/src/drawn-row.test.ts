import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawnRow, isDrawnRow } from "./drawn-row.ts";

describe("the rows that are drawn", () => {
  it("are all of them where the step is 1", () => {
    expect([0, 1, 2, 3].map((place) => drawnRow(place, 1))).toEqual([0, 1, 2, 3]);
  });

  it("are one of every so many rows, the first among them", () => {
    const places = { place: fc.nat(1_000_000), step: fc.integer({ min: 1, max: 1000 }) };
    fc.assert(
      fc.property(fc.record(places), ({ place, step }) => {
        const row = drawnRow(place, step);
        expect(Math.floor(row / step)).toBe(place);
        expect(isDrawnRow(row, step)).toBe(true);
        expect(isDrawnRow(row + 1, step)).toBe(drawnRow(place + 1, step) === row + 1);
      }),
    );
    expect(drawnRow(0, 20)).toBe(0);
  });

  it("have as many of each kind of row, whatever the period in which the kinds come", () => {
    for (let period = 2; period <= 31; period++) {
      const counts = new Array<number>(period).fill(0);
      for (let place = 0; place < 10_000; place++) counts[drawnRow(place, 20) % period]!++;
      const fair = 10_000 / period;
      expect(Math.min(...counts)).toBeGreaterThan(0.9 * fair);
      expect(Math.max(...counts)).toBeLessThan(1.1 * fair);
    }
  });
});
