import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logTicks } from "./log-ticks.ts";
import type { Ticks } from "./ticks.ts";

const atMost =
  (most: number) =>
  ({ values }: Ticks): boolean =>
    values.length <= most;

describe("ticks in powers of ten", () => {
  it("stand at round numbers, as many as fit", () => {
    expect(logTicks(0, 3, atMost(10)).texts).toEqual(["1", "2", "5", "10", "20", "50", "100", "200", "500", "1k"]);
    expect(logTicks(0, 3, atMost(7)).texts).toEqual(["1", "3", "10", "30", "100", "300", "1k"]);
    expect(logTicks(0, 3, atMost(6)).texts).toEqual(["1", "10", "100", "1k"]);
    expect(logTicks(-2, 7, atMost(5)).texts).toEqual(["0.01", "1", "100", "10k", "1M"]);
  });

  it("has a tick where there is no round number", () => {
    expect(logTicks(Math.log10(6.2), Math.log10(8.8), atMost(9))).toEqual({
      values: [Math.log10(6.2)],
      texts: ["6.2"],
    });
  });

  it("lie in the extent, ascending, with texts that differ", () => {
    const ends = fc.double({ min: -300, max: 300, noNaN: true });
    fc.assert(
      fc.property(
        ends,
        fc.double({ min: 0.01, max: 300, noNaN: true }),
        fc.integer({ min: 1, max: 12 }),
        (low, span, most) => {
          const high = Math.min(low + span, 307);
          const { values, texts } = logTicks(low, high, atMost(most));
          expect(values.length).toBeGreaterThan(0);
          expect(values.length).toBeLessThanOrEqual(most);
          for (const value of values) expect(value >= low - 1e-6 && value <= high + 1e-6).toBe(true);
          expect(values).toEqual([...values].sort((a, b) => a - b));
          expect(new Set(texts).size).toBe(texts.length);
        },
      ),
    );
  });
});
