import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extentOf, placer, rangeOf } from "./extent.ts";

const { MAX_VALUE, MIN_VALUE, NaN: none, POSITIVE_INFINITY, NEGATIVE_INFINITY } = Number;

describe("an extent", () => {
  it("spans the finite values of all ranges", () => {
    const ranges = [rangeOf([3, null, none, POSITIVE_INFINITY]), rangeOf([]), rangeOf([5, -1, NEGATIVE_INFINITY])];
    expect(extentOf(...ranges)).toEqual({ low: -1, high: 5 });
    expect(extentOf(rangeOf([0, 100, 100, 2, 4], 2))).toEqual({ low: 0, high: 4 });
  });

  it("has room around one value alone, however large or small", () => {
    expect(extentOf(rangeOf([8, 8]))).toEqual({ low: 4, high: 12 });
    expect(extentOf(rangeOf([-0, 0]))).toEqual({ low: -0.5, high: 0.5 });
    expect(extentOf(rangeOf([MAX_VALUE]))).toEqual({ low: MAX_VALUE / 2, high: MAX_VALUE });
    expect(extentOf(rangeOf([-MAX_VALUE]))).toEqual({ low: -MAX_VALUE, high: -MAX_VALUE / 2 });
    expect(extentOf(rangeOf([MIN_VALUE]))).toEqual({ low: -0.5, high: 0.5 });
    expect(extentOf(rangeOf([]))).toEqual({ low: 0, high: 1 });
  });
});

describe("a place", () => {
  it("is one of equal parts, the ends in the outer ones", () => {
    expect([-9, 0, 0.9, 1, 3.9, 4, 9].map((value) => placer({ low: 0, high: 4 }, 4)(value))).toEqual([
      ...[0, 0, 0, 1, 3, 3, 3],
    ]);
    expect([-MAX_VALUE, 0, MAX_VALUE].map(placer({ low: -MAX_VALUE, high: MAX_VALUE }, 3))).toEqual([0, 1, 2]);
  });

  it("is a whole number within its bounds and never falls while values rise", () => {
    const values = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 500 }), (unsorted, places) => {
        const drawn = unsorted.toSorted((a, b) => a - b).map(placer(extentOf(rangeOf(unsorted)), places));
        for (const place of drawn) expect(Number.isInteger(place) && place >= 0 && place < places).toBe(true);
        expect(drawn).toEqual(drawn.toSorted((a, b) => a - b));
      }),
    );
  });
});
