import { describe, expect, test } from "vitest";
import type { SavedFeature } from "../model/saved-feature.ts";
import type { Table } from "../table.ts";
import { tableOf } from "../testing/table.ts";
import { modelColumns } from "./model-columns.ts";

const number = {
  ...({ name: "x", type: "numeric", yesNo: false, log: false, clip: null, missing: null } as const),
  ...{ center: 0, spread: 1, weight: 1 },
};
const category = { name: "x", type: "category", values: "text", categories: ["1", "a"], missing: false } as const;
const recipes = { number, yesNo: { ...number, yesNo: true }, category: { ...category, spread: 1, weight: 1 } };
const taken = (feature: SavedFeature, table: Table, rowOffset = 0) => modelColumns([feature], table, rowOffset)[0];

describe("a column is taken as the model takes it", () => {
  test("yes and no as numbers, in words or already so", () => {
    expect(taken(recipes.yesNo, tableOf({ x: ["no", "yes"] }))).toMatchObject({ values: Float64Array.of(0, 1) });
    expect(taken(recipes.yesNo, tableOf({ X: [1, 0] }))).toMatchObject({ values: Float64Array.of(1, 0) });
  });

  test("a number that is neither yes nor no is unreadable among them", () => {
    expect(taken(recipes.yesNo, tableOf({ x: [1, 7, null, 0, -0.5] }))).toMatchObject({
      values: Float64Array.of(1, Number.NaN, Number.NaN, 0, Number.NaN),
      unreadable: [
        { row: 1, value: "7" },
        { row: 4, value: "-0.5" },
      ],
      unreadableCount: 2,
    });
  });

  test("numbers as categories", () => {
    expect(taken(recipes.category, tableOf({ x: [1, 7] }))).toMatchObject({ categories: ["1", "7"] });
  });

  test("empty, whatever its reader took it for", () => {
    const empty: Table = {
      rows: 2,
      columns: [{ name: "x", type: "text", codes: Int32Array.of(-1, -1), categories: [], missing: 2 }],
    };
    const nothing = Float64Array.of(Number.NaN, Number.NaN);
    expect(taken(recipes.number, empty)).toMatchObject({ type: "numeric", values: nothing, missing: 2 });
    expect(taken(recipes.category, tableOf({ x: [null, null] }))).toMatchObject({ codes: Int32Array.of(-1, -1) });
    const dates: Table = {
      rows: 2,
      columns: [{ name: "x", type: "date", values: nothing, missing: 2, unreadable: [], unreadableCount: 0 }],
    };
    expect(taken(recipes.number, dates)).toMatchObject({ type: "numeric", values: nothing });
  });
});

describe("a column is refused", () => {
  test("that is not there, with those that are", () => {
    expect(() => taken(recipes.category, tableOf({ y: [1] }))).toThrow(
      'The model needs a column "x", and the table has none. Its columns: "y".',
    );
  });

  test("of text where numbers are needed, with the row in the whole table", () => {
    expect(() => taken(recipes.number, tableOf({ x: ["1", "many"] }), 100)).toThrow(
      'Column "x" holds text, not numbers: row 102 has "many".',
    );
  });

  test("of dates or identifiers where categories are known", () => {
    const dates = { name: "x", type: "date", values: Float64Array.of(1), missing: 0 } as const;
    const columns: Table["columns"] = [{ ...dates, unreadable: [], unreadableCount: 0 }];
    expect(() => taken(recipes.category, { rows: 1, columns })).toThrow(
      'Column "x" holds dates, where the model knows a few categories.',
    );
    const identifier: Table = { rows: 1, columns: [{ name: "x", type: "identifier", missing: 0 }] };
    expect(() => taken(recipes.category, identifier)).toThrow("more different values than categories can have");
    expect(() => taken(recipes.number, identifier)).toThrow('Column "x" holds text, not numbers.');
  });
});
