import { describe, expect, it } from "vitest";
import { numbers } from "../testing/made.ts";
import { ready, shopResult } from "../testing/shop.ts";
import { factsOf } from "../work/facts.ts";
import { isLogSide, logSides, sideTitle } from "./log-side.ts";

const isLog = (values: readonly number[], byLogarithm = false): boolean => {
  return isLogSide(factsOf(numbers("spend", values)), byLogarithm);
};

describe("a side of the picture", () => {
  it("is in powers of ten where a few have many times what the others have", () => {
    expect(isLog([8, 12, 20, 33, 40, 800])).toBe(true);
    expect(isLog([15, 40, 61, 78, 137])).toBe(false);
    expect(isLog([100, 101, 102, 103, 180])).toBe(false);
  });

  it("is so, too, where the segments were found by the logarithm", () => {
    expect(isLog([15, 40, 61, 78, 137], true)).toBe(true);
  });

  it("is never so where a value has no logarithm", () => {
    expect(isLog([0, 12, 20, 33, 40, 800], true)).toBe(false);
    expect(isLog([Number.NaN], true)).toBe(false);
    expect(isLogSide(undefined, true)).toBe(false);
  });
});

describe("the sides of a picture of two columns", () => {
  it("are each in powers of ten or not, and are called so", () => {
    const state = ready();
    const result = shopResult({ ...state.result!.settings, log: ["Visits"] });
    expect(logSides({ ...state, result }, "Income", "Visits")).toEqual({ x: false, y: true });
    expect(logSides({ ...state, result }, "Visits", null)).toEqual({ x: true, y: false });
    expect([sideTitle("Visits", true), sideTitle("Income", false)]).toEqual(["Visits (log scale)", "Income"]);
  });
});
