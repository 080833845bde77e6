import { expect, test } from "vitest";
import type { NumericColumn } from "../table.ts";
import { tableOf } from "../testing/table.ts";
import { numberCategories } from "./number-categories.ts";

const numbers = (cells: readonly (number | null)[]) => tableOf({ children: cells }).columns[0] as NumericColumn;

test("each different number is a category, as JavaScript writes it", () => {
  expect(numberCategories(numbers([2, 0.5, null, 2, -0, 0]))).toEqual({
    ...{ name: "children", type: "text", categories: ["2", "0.5", "0"], missing: 1 },
    codes: Int32Array.of(0, 1, -1, 0, 2, 2),
  });
});

test("there is nothing where more numbers differ than may", () => {
  expect(numberCategories(numbers([1, 2, 3]), 3)?.categories.length).toBe(3);
  expect(numberCategories(numbers([1, 2, 3, 4]), 3)).toBeNull();
});
