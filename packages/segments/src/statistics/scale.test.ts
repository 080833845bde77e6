import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mall } from "../mall.ts";
import type { NumericColumn } from "../table.ts";
import { centerSpread, scales } from "./scale.ts";

const column = (name: string) => (mall.columns.find((each) => each.name === name) as NumericColumn).values;

// StandardScaler, MinMaxScaler and RobustScaler of scikit-learn 1.2.1: center and spread of each, and the first value scaled.
const reference = [
  {
    name: "age",
    values: column("Age"),
    standard: [38.85, 13.934041050606963, -1.4245687900521393],
    minmax: [18, 52, 0.019230769230769273],
    robust: [36, 20.25, -0.8395061728395061],
  },
  {
    name: "income",
    values: column("Annual Income (k$)"),
    standard: [60.56, 26.19897707926781, -1.7389991930659485],
    minmax: [15, 122, 0],
    robust: [61.5, 36.5, -1.273972602739726],
  },
  {
    name: "spending score",
    values: column("Spending Score (1-100)"),
    standard: [50.2, 25.7588819633151, -0.43480147996914814],
    minmax: [1, 98, 0.38775510204081626],
    robust: [50, 38.25, -0.2875816993464052],
  },
  {
    name: "seven odd numbers",
    values: Float64Array.of(3.5, -1.25, 0, 7.75, 1e6, 2.5, -3),
    standard: [142858.5, 349926.55207575345, -0.4082428131063178],
    minmax: [-3, 1000003, 6.4999805000585e-6],
    robust: [2.5, 6.25, 0.16],
  },
] as const;

describe.each(reference)("$name is scaled as scikit-learn does", ({ values, ...expected }) => {
  test.each(["standard", "minmax", "robust"] as const)("%s", (scale) => {
    const { center, spread } = centerSpread(values, scale);
    const first = (values[0]! - center) / spread;
    for (const [i, value] of [center, spread, first].entries()) expect(value).toBeCloseTo(expected[scale][i]!, 12);
    expect(spread / expected[scale][1]).toBeCloseTo(1, 14);
  });
});

test("none leaves the numbers as they are", () => {
  expect(centerSpread(Float64Array.of(1, 2), "none")).toEqual({ center: 0, spread: 1 });
});

test("a far column keeps its digits: 1e15 and one more, a million times", () => {
  const values = Float64Array.from({ length: 1_000_000 }, (_, i) => 1e15 + (i % 2));
  expect(centerSpread(values, "standard")).toEqual({ center: 1e15 + 0.5, spread: 0.5 });
});

test("a column that does not vary has no spread, whatever rounding makes of its mean", () => {
  const values = new Float64Array(7).fill(0.1);
  for (const scale of scales.filter((each) => each !== "none")) expect(centerSpread(values, scale).spread).toBe(0);
});

test("scaled values are finite for any values that vary", () => {
  const value = fc.double({ min: -1e100, max: 1e100, noNaN: true });
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), fc.constantFrom(...scales), (array, scale) => {
      const values = Float64Array.from(array);
      const { center, spread } = centerSpread(values, scale);
      expect(Number.isFinite(center) && Number.isFinite(spread) && spread >= 0).toBe(true);
      if (scale === "minmax" && spread > 0) {
        const scaled = values.map((x) => (x - center) / spread);
        expect([Math.min(...scaled), Math.max(...scaled)]).toEqual([0, 1]);
      }
    }),
    { seed: 1 },
  );
});
