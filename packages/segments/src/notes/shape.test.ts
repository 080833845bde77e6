import { describe, expect, test } from "vitest";
import type { SavedNumericFeature } from "../model/saved-feature.ts";
import type { Scale } from "../statistics/scale.ts";
import { shapeOf } from "./shape.ts";

const income: SavedNumericFeature = {
  ...{ name: "income", type: "numeric", yesNo: false, log: false, clip: null, missing: null },
  ...{ center: 0, spread: 1, weight: 1 },
};
/** Quantiles of a shape: as even a sample of it as there is. */
const even = (quantile: (p: number) => number, count = 400) =>
  Float64Array.from({ length: count }, (_, i) => quantile((i + 0.5) / count));
const lognormal = () => even((p) => 50 * (p / (1 - p)) ** 0.6);
const uniform = () => even((p) => p * 100);

function shape(values: Float64Array, feature: Partial<SavedNumericFeature> = {}, scale: Scale = "standard") {
  return shapeOf({ ...income, ...feature }, values, scale);
}

describe("a column skewed to the right", () => {
  test("may do better as its logarithm", () => {
    expect(shape(lognormal())).toMatchObject({ column: "income", suggestion: "log" });
    expect(shape(lognormal())?.words).toMatch(
      /^income is skewed to the right \(skewness \d+\.\d\): its logarithm \(--log income\) may tell more\.$/,
    );
  });

  test("is named as a shell wants it", () => {
    expect(shape(lognormal(), { name: "Annual Income (k$)" })?.words).toContain("(--log 'Annual Income (k$)')");
    expect(shape(lognormal(), { name: "cook's" })?.words).toContain("(--log 'cook'\\''s')");
  });

  test("has no logarithm to suggest with negative values, or where it is taken, or changes little", () => {
    expect(shape(lognormal().map((value) => value - 60))?.suggestion).not.toBe("log");
    expect(shape(lognormal(), { log: true })?.suggestion).not.toBe("log");
    expect(shape(lognormal().map((value) => value / 1e6))?.suggestion).not.toBe("log");
  });
});

describe("outliers", () => {
  const withFar = (count: number) => uniform().map((value, i) => (i < count ? -1000 - i : value));

  test("that are few are to be clipped", () => {
    expect(shape(withFar(2))).toMatchObject({ outliers: 2, suggestion: "clip" });
    expect(shape(withFar(2))?.words).toBe(
      "income has 2 values far from the rest (more than three interquartile ranges): " +
        "clipping (--clip) would keep them from drawing segments of their own.",
    );
  });

  test("that are many are not to set the scale, if they do", () => {
    expect(shape(withFar(20))).toMatchObject({ outliers: 20, suggestion: "robust" });
    expect(shape(withFar(20), {}, "minmax")?.suggestion).toBe("robust");
    expect(shape(withFar(20), {}, "robust")?.suggestion).toBe("clip");
  });

  test("are none where half of the values are the same", () => {
    expect(shape(Float64Array.from({ length: 100 }, (_, i) => (i < 80 ? 0 : -i)))).toBeNull();
  });
});

test("a column of an ordinary shape, and one of yes and no, have no note", () => {
  expect(shape(uniform())).toBeNull();
  expect(
    shape(
      Float64Array.from({ length: 100 }, (_, i) => (i === 0 ? 1 : 0)),
      { yesNo: true },
    ),
  ).toBeNull();
});
