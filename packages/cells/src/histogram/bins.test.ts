import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binsOf, columnsOf } from "./bins.ts";

describe("bins", () => {
  it("count from their lower ends up, the last with its upper end", () => {
    expect(binsOf([0, 1, 2, 3, 4], 2)).toEqual({ extent: { low: 0, high: 4 }, counts: [2, 3] });
  });

  it("have room around values that are all the same, and are there without any", () => {
    expect(binsOf([4, 4], 4)).toEqual({ extent: { low: 2, high: 6 }, counts: [0, 0, 2, 0] });
    expect(binsOf([Number.NaN, Number.POSITIVE_INFINITY], 3).counts).toEqual([0, 0, 0]);
  });

  it("hold every finite value once", () => {
    fc.assert(
      fc.property(fc.array(fc.double()), fc.integer({ min: 1, max: 50 }), (values, count) => {
        const { counts } = binsOf(values, count);
        expect(counts).toHaveLength(count);
        expect(counts.reduce((sum, each) => sum + each)).toBe(values.filter(Number.isFinite).length);
      }),
    );
  });
});

describe("columns", () => {
  it("are whole multiples of the bins where there are enough of them", () => {
    expect(columnsOf([3, 1], 5)).toEqual([3, 3, 1, 1]);
  });

  it("are means of the bins they cover where there are fewer", () => {
    expect(columnsOf([3, 1, 2, 6], 2)).toEqual([2, 4]);
    expect(columnsOf([3, 0, 6], 2)).toEqual([2, 4]);
    expect(columnsOf([3], 0)).toEqual([]);
  });

  it("keep the mean height, between the lowest and the highest bin", () => {
    const counts = fc.array(fc.nat(1000), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 80 }), (heights, columns) => {
        const drawn = columnsOf(heights, columns);
        const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each) / values.length;
        expect(drawn.length).toBeLessThanOrEqual(columns);
        expect(mean(drawn)).toBeCloseTo(mean(heights), 6);
        expect(Math.max(...drawn)).toBeLessThanOrEqual(Math.max(...heights) + 1e-9);
      }),
    );
  });
});
