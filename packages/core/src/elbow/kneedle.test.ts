import { describe, expect, it } from "vitest";
import { referenceSet } from "../testing/reference.ts";
import { kneedle } from "./kneedle.ts";

const upTo = (last: number): number[] => Array.from({ length: last }, (_, i) => i + 1);

describe("kneedle", () => {
  it.each([
    [6, 3],
    [7, 3],
    [8, 3],
    [9, 4],
    [10, 5],
  ])("on the mall's income and score up to k = %i says %i", (kMax, expected) => {
    const inertias = referenceSet("mall-income-score").best.map((each) => each.best_known_inertia);
    expect(kneedle(upTo(kMax), inertias.slice(0, kMax))).toBe(expected);
  });

  it("finds a corner, wherever the curve begins and whatever its units", () => {
    const inertias = [100, 60, 20, 18, 16, 14, 12, 10];
    expect(kneedle(upTo(8), inertias)).toBe(3);
    expect(kneedle([11, 12, 13, 14, 15, 16, 17, 18], inertias)).toBe(13);
    expect(
      kneedle(
        upTo(8),
        inertias.map((inertia) => inertia * 1e-200),
      ),
    ).toBe(3);
  });

  it("says nothing of a line, of a level, of a curve that bends the other way, and of too few points", () => {
    expect(kneedle(upTo(5), [5, 4, 3, 2, 1])).toBeNull();
    expect(kneedle(upTo(5), [0, 0, 0, 0, 0])).toBeNull();
    expect(kneedle(upTo(5), [100, 99, 96, 80, 1])).toBeNull();
    expect(kneedle([1, 2], [9, 1])).toBeNull();
    expect(kneedle([3], [9])).toBeNull();
    expect(kneedle([], [])).toBeNull();
  });
});
