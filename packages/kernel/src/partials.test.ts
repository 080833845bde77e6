import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addPair, createPartials } from "./partials.ts";

describe("createPartials", () => {
  it("makes room for k clusters, all zero", () => {
    const partials = createPartials(3, 2);
    expect(partials.counts).toEqual(new Int32Array(3));
    expect(partials.weightSums).toEqual(new Float64Array(3));
    expect(partials.weightSumsLow).toEqual(new Float64Array(3));
    expect(partials.sums).toEqual(new Float64Array(6));
    expect(partials.sumsLow).toEqual(new Float64Array(6));
    expect(partials.inertia).toBe(0);
    expect(partials.moved).toBe(0);
  });
});

describe("addPair", () => {
  it("keeps what rounding takes from a sum", () => {
    const high = new Float64Array(1);
    const low = new Float64Array(1);
    for (const value of [2 ** 60, 1, 2 ** -40, -(2 ** 60)]) addPair(high, low, 0, value, 0);
    expect(high[0]).toBe(1 + 2 ** -40);
    expect(low[0]).toBe(0);
  });

  it("touches the pair at its index alone", () => {
    const high = new Float64Array(3);
    const low = new Float64Array(3);
    addPair(high, low, 1, 2, 2 ** -60);
    expect(high).toEqual(Float64Array.of(0, 2, 0));
    expect(low).toEqual(Float64Array.of(0, 2 ** -60, 0));
  });

  it("gives the same sum in any order", () => {
    // Spread over 97 bits, so that a pair holds every sum and a float64 alone does not.
    const value = fc
      .tuple(fc.integer({ min: -(2 ** 30), max: 2 ** 30 }), fc.integer({ min: -30, max: 30 }))
      .map(([digits, exponent]) => digits * 2 ** exponent);
    fc.assert(
      fc.property(fc.array(value, { maxLength: 40 }), (forward) => {
        expect(sum([...forward].reverse())).toBe(sum(forward));
      }),
      { seed: 1 },
    );
  });
});

function sum(values: readonly number[]): number {
  const high = new Float64Array(1);
  const low = new Float64Array(1);
  for (const value of values) addPair(high, low, 0, value, 0);
  return high[0];
}
