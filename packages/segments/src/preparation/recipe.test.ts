import { describe, expect, test } from "vitest";
import { Pace } from "../pace.ts";
import type { Scale } from "../statistics/scale.ts";
import type { NumericColumn, TextColumn } from "../table.ts";
import { tableOf } from "../testing/table.ts";
import { fitCategories, fitNumbers, type NumberWays } from "./recipe.ts";

const plain: NumberWays = { scale: "standard", weight: 1, yesNo: false, log: false, clip: null, median: false };
const all = (rows: number) => Int32Array.from({ length: rows }, (_, row) => row);

function fit(cells: readonly (number | null)[], ways: Partial<NumberWays> = {}, rows = all(cells.length)) {
  const column = tableOf({ Income: cells }).columns[0] as NumericColumn;
  return fitNumbers(column, rows, { ...plain, ...ways }, new Pace());
}

function fitTexts(cells: readonly (string | null)[], scale: Scale = "standard", missing = false) {
  const column = tableOf({ Town: cells }).columns[0] as TextColumn;
  return fitCategories(column, all(cells.length), { scale, weight: 1, values: "text", missing });
}

describe("numbers", () => {
  test("are measured over the rows used", async () => {
    const { feature } = await fit([0, 99, 10], { scale: "minmax", weight: 3 }, Int32Array.of(0, 2));
    expect(feature).toEqual({
      ...{ name: "Income", type: "numeric", yesNo: false, log: false, clip: null, missing: null },
      ...{ center: 0, spread: 10, weight: 3 },
    });
  });

  test("are replaced, then clipped, then logged, then measured", async () => {
    const { feature, treated } = await fit([0, 1, 3, 7, 1000, null], {
      ...{ median: true, clip: [0.2, 0.8], log: true, scale: "minmax" },
    });
    // numpy.nanmedian of the cells, then numpy.quantile of them with the median in its place.
    expect(feature).toMatchObject({ missing: 3, clip: { low: 1, high: 7 }, log: true });
    expect([...treated]).toEqual([1, 1, 3, 7, 7, 3].map(Math.log1p));
    expect([feature.center, feature.spread]).toEqual([Math.log1p(1), Math.log1p(7) - Math.log1p(1)]);
  });

  test("have a median to be replaced by even where none is missing yet", async () => {
    expect((await fit([1, 2, 4], { median: true })).feature.missing).toBe(2);
  });

  test("that clipping lifts over -1 have a logarithm", async () => {
    const cells = [-5, ...Array.from({ length: 99 }, (_, i) => i)];
    expect((await fit(cells, { log: true, clip: [0.1, 1] })).feature.clip?.low).toBeGreaterThan(0);
    await expect(fit(cells, { log: true })).rejects.toThrow(
      'Column "Income", row 1: -5 has no logarithm ln(1 + x), which takes values over -1.',
    );
    await expect(fit([1, -1], { log: true })).rejects.toMatchObject({ code: "OUT_OF_RANGE", row: 2, column: "Income" });
  });
});

describe("numbers are refused, with column and row, where", () => {
  test.each(["standard", "minmax", "robust", "none"] as const)("one is beyond all reason (%s)", async (scale) => {
    for (const huge of [1e308, -1e200, Number.POSITIVE_INFINITY]) {
      const fitted = fit([1, 2, huge], { scale });
      await expect(fitted).rejects.toThrow(`Column "Income", row 3: ${huge} is too large to compute with.`);
      await expect(fitted).rejects.toMatchObject({ code: "OUT_OF_RANGE", row: 3, column: "Income" });
    }
  });

  test.each(["standard", "minmax", "robust"] as const)("they do not vary (%s)", async (scale) => {
    for (const log of [false, true]) {
      const fitted = fit([3, 3, 3], { scale, log });
      await expect(fitted).rejects.toThrow(
        'Column "Income" cannot be scaled: every value is 3. Leave it out of the features.',
      );
      await expect(fitted).rejects.toMatchObject({ code: "NO_SPREAD", column: "Income" });
    }
  });

  test("they do not vary once they are clipped", async () => {
    await expect(fit([0, 5, 5, 5, 9], { clip: [0.3, 0.7] })).rejects.toThrow(
      "clipped at its quantiles, every value is 5. Clip less",
    );
  });

  test("the middle half of them does not vary, by robust scaling", async () => {
    await expect(fit([0, 0, 0, 0, 9], { scale: "robust" })).rejects.toThrow("at least half of its values are 0");
  });

  test("they differ by less than can be squared", async () => {
    await expect(fit([1e-200, 2e-200])).rejects.toThrow("its values are too close together");
  });

  test("there is none in the rows used to take the median of", async () => {
    await expect(fit([null, 1], { median: true }, Int32Array.of(0))).rejects.toMatchObject({ code: "EMPTY_COLUMN" });
  });
});

describe("categories", () => {
  test("are those of the rows used, in order, whatever the order of the rows", () => {
    expect(fitTexts(["b", "a", "c", "a"])).toEqual({
      ...{ name: "Town", type: "category", values: "text", categories: ["a", "b", "c"], missing: false },
      ...{ spread: Math.sqrt(0.1875 + 0.1875 + 0.25), weight: 1 },
    });
    expect(fitTexts(["a", "c", "a", "b"])).toEqual(fitTexts(["b", "a", "c", "a"]));
  });

  test("are as far apart as the scale has the ends of a number", () => {
    expect(fitTexts(["a", "b"], "robust").spread).toBe(Math.SQRT1_2);
    expect(fitTexts(["a", "b"], "minmax").spread).toBe(Math.SQRT2);
    expect(fitTexts(["a", "b"], "none").spread).toBe(1);
  });

  test("may have a missing one among them", () => {
    expect(fitTexts(["a", null], "standard", true)).toMatchObject({ categories: ["a"], spread: Math.SQRT1_2 });
  });

  test("are refused where every row has the same", () => {
    expect(() => fitTexts(["a", "a"])).toThrow(
      'Column "Town" cannot be clustered by: every value is "a". Leave it out.',
    );
    expect(() => fitTexts(["a", "a"], "standard", true)).toThrow(expect.objectContaining({ code: "NO_SPREAD" }));
  });
});
