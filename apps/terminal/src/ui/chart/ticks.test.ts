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

  it("shortens thousands and millions, and has one value where there is no range", () => {
    expect(ticksOf(0, 40_000, 4).texts).toEqual(["0", "20k", "40k"]);
    expect(ticksOf(0, 3e6, 3).texts.at(-1)).toBe("2M");
    expect(ticksOf(5, 5, 4).values).toEqual([5]);
  });

  it("has at most as many as asked for, all in the range", () => {
    const number = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.integer({ min: 2, max: 12 }), (a, b, most) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const { values, texts } = ticksOf(low, high, most);
        expect(texts).toHaveLength(values.length);
        expect(values.length).toBeLessThanOrEqual(most);
        const slack = (high - low) * 1e-6 + Math.max(-low, high) * 1e-12;
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
