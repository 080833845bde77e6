import { describe, expect, test } from "vitest";
import { Pace } from "../pace.ts";
import type { NumericColumn } from "../table.ts";
import { tableOf } from "../testing/table.ts";
import { fitScaling, scaledPoints } from "./points.ts";

const columns = (cells: Record<string, number[]>) => tableOf(cells).columns as NumericColumn[];
const all = (rows: number) => Int32Array.from({ length: rows }, (_, row) => row);

test("points are the scaled features of the rows used", async () => {
  const features = columns({ a: [0, 99, 10], b: [5, 99, 7] });
  const rows = Int32Array.of(0, 2);
  const scaling = await fitScaling(features, rows, "minmax", new Pace());
  expect(scaling).toEqual([
    { center: 0, spread: 10 },
    { center: 5, spread: 2 },
  ]);
  const points = await scaledPoints(features, rows, scaling, new Pace());
  expect(points).toEqual({ data: Float64Array.of(0, 0, 1, 1), rows: 2, columns: 2 });
});

test("without a scale the numbers are the same to the bit", async () => {
  const values = [0.1, -0, 1 / 3, 5e-324, -1e99, 2 ** 53 + 2];
  const features = columns({ a: values });
  const scaling = await fitScaling(features, all(6), "none", new Pace());
  const { data } = await scaledPoints(features, all(6), scaling, new Pace());
  expect([...data].every((value, i) => Object.is(value, values[i]))).toBe(true);
});

describe("refused, with column and row, is", () => {
  test.each(["standard", "minmax", "robust", "none"] as const)("a value beyond all reason (%s)", async (scale) => {
    for (const huge of [1e308, -1e200, Number.POSITIVE_INFINITY]) {
      const fitted = fitScaling(columns({ Income: [1, 2, huge] }), all(3), scale, new Pace());
      await expect(fitted).rejects.toThrow(`Column "Income", row 3: ${huge} is too large to compute with.`);
      await expect(fitted).rejects.toMatchObject({ code: "OUT_OF_RANGE", row: 3, column: "Income" });
    }
  });

  test("a value that scaling would throw out of range", async () => {
    const scaled = scaledPoints(columns({ Income: [1, 1e99] }), all(2), [{ center: 0, spread: 1e-200 }], new Pace());
    await expect(scaled).rejects.toMatchObject({ code: "OUT_OF_RANGE", row: 1 });
  });

  test.each(["standard", "minmax", "robust"] as const)("a column that does not vary (%s)", async (scale) => {
    const fitted = fitScaling(columns({ Age: [0.1, 0.1, 0.1] }), all(3), scale, new Pace());
    await expect(fitted).rejects.toThrow(
      'Column "Age" cannot be scaled: every value is 0.1. Leave it out of the features.',
    );
    await expect(fitted).rejects.toMatchObject({ code: "NO_SPREAD", column: "Age" });
  });

  test("a column whose middle half does not vary, by robust scaling", async () => {
    const fitted = fitScaling(columns({ Visits: [0, 0, 0, 0, 9] }), all(5), "robust", new Pace());
    await expect(fitted).rejects.toThrow("at least half of its values are 0");
  });

  test("a column whose values differ by less than can be squared", async () => {
    const fitted = fitScaling(columns({ x: [1e-200, 2e-200] }), all(2), "standard", new Pace());
    await expect(fitted).rejects.toThrow("its values are too close together");
  });
});
