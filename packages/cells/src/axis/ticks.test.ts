import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ticksAcross, ticksOf } from "./ticks.ts";

describe("ticksOf", () => {
  it("stands on round values inside the range", () => {
    expect(ticksOf(15, 137, 7).texts).toEqual(["20", "40", "60", "80", "100", "120"]);
    expect(ticksOf(0, 0.37, 4).texts).toEqual(["0.0", "0.1", "0.2", "0.3"]);
    expect(ticksOf(-2.5, 2.5, 5).texts).toEqual(["-2", "-1", "0", "1", "2"]);
    expect(ticksOf(0, 400, 4).texts).toEqual(["0", "200", "400"]);
  });

  it("shortens thousands and millions where no digit is lost by it", () => {
    expect(ticksOf(0, 40_000, 4).texts).toEqual(["0", "20k", "40k"]);
    expect(ticksOf(5000, 10_000, 3).texts).toEqual(["6k", "8k", "10k"]);
    expect(ticksOf(20_000, 20_900, 3).texts).toEqual(["20.0k", "20.5k"]);
    expect(ticksOf(0, 3e6, 3).texts).toEqual(["0", "2M"]);
    expect(ticksOf(1e6, 1_020_000, 3).texts).toEqual(["1.00M", "1.01M", "1.02M"]);
    expect(ticksOf(1e6, 1_000_002, 3).texts).toEqual(["1000000", "1000001", "1000002"]);
  });

  it("writes very large and very small values by their powers of ten", () => {
    expect(ticksOf(0, 3e9, 4).texts).toEqual(["0", "1e9", "2e9", "3e9"]);
    expect(ticksOf(0, 3e-8, 4).texts).toEqual(["0", "1e-8", "2e-8", "3e-8"]);
    expect(ticksOf(-Number.MAX_VALUE, Number.MAX_VALUE, 4).texts).toEqual(["-1e308", "0", "1e308"]);
  });

  it("has one value where there is no range, or none that can be told apart", () => {
    expect(ticksOf(5, 5, 4)).toEqual({ values: [5], texts: ["5"] });
    expect(ticksOf(1, 1 + Number.EPSILON, 4).texts).toEqual(["1"]);
    expect(ticksOf(0.16, 0.19, 1)).toEqual({ values: [0.16], texts: ["0.16"] });
    expect(ticksOf(1 / 3, 1 / 3, 4).texts).toEqual(["0.333"]);
    expect(ticksOf(1.5e300, 1.5e300, 4).texts).toEqual(["1.50e300"]);
  });

  it("keeps steps as large as they have to be", () => {
    expect(ticksOf(0, 2, 9, 1).texts).toEqual(["0", "1", "2"]);
    expect(ticksOf(0, 9, 9, 3).texts).toEqual(["0", "5"]);
    expect(ticksOf(0, 2, 9).texts).toEqual(["0.0", "0.5", "1.0", "1.5", "2.0"]);
  });

  it("has at most as many as asked for, ascending, all in the range, no two with the same text", () => {
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      fc.integer({ min: -100, max: 100 }),
    );
    fc.assert(
      fc.property(number, number, fc.integer({ min: 1, max: 12 }), (a, b, most) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const { values, texts } = ticksOf(low, high, most);
        expect(values.length).toBeGreaterThanOrEqual(1);
        expect(values.length).toBeLessThanOrEqual(most);
        expect(texts).toHaveLength(values.length);
        expect(new Set(texts).size).toBe(values.length);
        expect(values).toEqual(values.toSorted((left, right) => left - right));
        const slack = (high / 2 - low / 2) * 2e-6 + Math.max(-low, high) * 1e-12;
        for (const value of values) expect(value >= low - slack && value <= high + slack).toBe(true);
      }),
    );
  });
});

describe("ticksAcross", () => {
  it("takes as many as can stand side by side", () => {
    expect(ticksAcross(15, 137, 33).texts).toEqual(["20", "40", "60", "80", "100", "120"]);
    expect(ticksAcross(15, 137, 20).texts).toEqual(["50", "100"]);
  });
});
