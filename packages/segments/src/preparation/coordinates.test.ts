import { describe, expect, test } from "vitest";
import type { SavedFeature } from "../model/saved-feature.ts";
import { Pace } from "../pace.ts";
import type { NumericColumn, TextColumn } from "../table.ts";
import { tableOf } from "../testing/table.ts";
import { coordinates } from "./coordinates.ts";
import { fitNumbers } from "./recipe.ts";

const all = (rows: number) => Int32Array.from({ length: rows }, (_, row) => row);
const plain = { name: "x", type: "numeric", yesNo: false, log: false, clip: null, missing: null } as const;
const town = { name: "Town", type: "category", values: "text", categories: ["Athens", "Patras"] } as const;

function made(recipe: readonly SavedFeature[], cells: Parameters<typeof tableOf>[0], rowOffset = 0) {
  const table = tableOf(cells);
  const columns = table.columns.filter((column) => column.type === "numeric" || column.type === "text");
  return coordinates(recipe, columns, all(table.rows), new Pace(), rowOffset);
}

describe("numbers become what scikit-learn makes of them", () => {
  const cells = [0, 3, 1, 250, 7, null, 12, 2, 40, 5.5];
  // SimpleImputer(strategy="median"), numpy.clip at numpy.quantile(x, [0.05, 0.9]), numpy.log1p, then the scaler; 1.2.1.
  const reference = {
    standard: [
      -1.3895102922114155, -0.5117124481874438, -1.111322805807609, 1.8592646155839678, 0.08789790943272162,
      -0.0917215383014956, 0.5078888193186699, -0.7605732315558105, 1.5015105100299087, -0.0917215383014956,
    ],
    minmax: [
      0, 0.2701934941438109, 0.08562842742238001, 1, 0.45475856086524175, 0.39947019745686185, 0.5840352641782928,
      0.19359207039751525, 0.8898803038968216, 0.39947019745686185,
    ],
    robust: [
      -1.178469722636079, -0.3813768377879796, -0.9258588651637564, 1.771611985933282, 0.16310518958779724, 0,
      0.544482027375777, -0.6073572968322971, 1.4467498847060785, 0,
    ],
  } as const;

  test.each(["standard", "minmax", "robust"] as const)("%s", async (scale) => {
    const column = tableOf({ x: cells }).columns[0] as NumericColumn;
    const ways = { scale, weight: 1, yesNo: false, log: true, clip: [0.05, 0.9], median: true } as const;
    const { feature } = await fitNumbers(column, all(cells.length), ways, new Pace());
    expect(feature).toMatchObject({ missing: 5.5, clip: { low: 0.45, high: expect.closeTo(61, 12) } });
    const { data } = await made([feature], { x: cells });
    for (const [i, value] of reference[scale].entries()) expect(data[i]).toBeCloseTo(value, 12);
  });
});

test("without a scale the numbers are the same to the bit", async () => {
  const values = [0.1, -0, 1 / 3, 5e-324, -1e99, 2 ** 53 + 2];
  const { data } = await made([{ ...plain, center: 0, spread: 1, weight: 1 }], { x: values });
  expect([...data].every((value, i) => Object.is(value, values[i]))).toBe(true);
});

test("a weight multiplies squared distances", async () => {
  const [light, heavy] = [1, 3].map((weight) => made([{ ...plain, center: 5, spread: 2, weight }], { x: [1, 7] }));
  const squared = ({ data: [a, b] }: Awaited<typeof light> & object) => (a! - b!) ** 2;
  expect(squared((await heavy)!) / squared((await light)!)).toBeCloseTo(3, 14);
});

describe("categories", () => {
  test("are a coordinate each, beside the others", async () => {
    const recipe: SavedFeature[] = [
      { ...plain, center: 0, spread: 1, weight: 1 },
      { ...town, missing: false, spread: 0.5, weight: 9 },
    ];
    const { data, columns } = await made(recipe, { x: [7, 8], Town: ["Patras", "Athens"] });
    expect([...data, columns]).toEqual([7, 0, 6, 8, 6, 0, 3]);
  });

  test("that are missing are the last of them", async () => {
    const { data } = await made([{ ...town, missing: true, spread: 1, weight: 1 }], { Town: ["Athens", null] });
    expect([...data]).toEqual([1, 0, 0, 0, 0, 1]);
  });

  test("all together vary as much as one standardized number", async () => {
    const cells = [..."abacabadab"];
    const share = (category: string) => cells.filter((cell) => cell === category).length / cells.length;
    // pandas.get_dummies(...).var(ddof=0).sum() ** 0.5 of the same cells is 0.8.
    const recipe: SavedFeature = { ...town, categories: ["a", "b", "c", "d"], missing: false, spread: 0.8, weight: 1 };
    const { data } = await made([recipe], { Town: cells });
    const variance = recipe.categories.reduce((sum, category, j) => {
      const own = cells.map((_, i) => data[i * 4 + j]!);
      return sum + own.reduce((total, value) => total + (value - share(category) / 0.8) ** 2, 0) / cells.length;
    }, 0);
    expect(variance).toBeCloseTo(1, 12);
  });

  test("that the recipe does not know are refused with row, column and value", async () => {
    const refused = made([{ ...town, missing: false, spread: 1, weight: 1 }], { Town: ["Athens", "Rome"] }, 1000);
    await expect(refused).rejects.toThrow(
      'Column "Town", row 1002: "Rome" is a category that the model does not know. It knows "Athens", "Patras".',
    );
    await expect(refused).rejects.toMatchObject({ code: "UNKNOWN_CATEGORY", row: 1002, column: "Town" });
  });

  test("that only rows left out have are not looked at", async () => {
    const { columns } = tableOf({ Town: ["Rome", "Patras"] });
    const recipe: SavedFeature[] = [{ ...town, missing: false, spread: 1, weight: 1 }];
    const { data } = await coordinates(recipe, [columns[0] as TextColumn], Int32Array.of(1), new Pace());
    expect([...data]).toEqual([0, 1]);
  });
});

describe("refused with row and column is", () => {
  test("a value that scaling would throw out of range", async () => {
    const refused = made([{ ...plain, center: 0, spread: 1e-200, weight: 1 }], { x: [1, 1e99] });
    await expect(refused).rejects.toMatchObject({ code: "OUT_OF_RANGE", row: 1, column: "x" });
  });

  test("a value without a logarithm", async () => {
    const recipe: SavedFeature[] = [{ ...plain, log: true, center: 0, spread: 1, weight: 1 }];
    await expect(made(recipe, { x: [0, -1] }, 10)).rejects.toThrow('Column "x", row 12: -1 has no logarithm');
  });
});
