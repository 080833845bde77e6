import type { FeatureColumn } from "../columns/feature-column.ts";
import { byName } from "../columns/find.ts";
import { checkNumeric } from "../columns/numeric.ts";
import { SegmentsError } from "../error.ts";
import type { SavedFeature } from "../model/saved-feature.ts";
import { quoted, quotedList } from "../quoted.ts";
import type { Column, Table } from "../table.ts";
import { numberCategories } from "./number-categories.ts";
import { yesNoNumbers, zeroAndOne } from "./yes-no.ts";

/**
 * The columns of a table that a recipe needs, each as its feature takes it. They are found by their names, letter case and
 * spacing aside. A column may be empty.
 * @param rowOffset rows before the first of the table, for errors
 * @throws SegmentsError `UNKNOWN_COLUMN`, `AMBIGUOUS_COLUMN`, `NOT_NUMERIC`, `UNKNOWN_CATEGORY`
 */
export function modelColumns(recipe: readonly SavedFeature[], table: Table, rowOffset = 0): readonly FeatureColumn[] {
  return recipe.map((feature) => {
    const column = needed(table, feature.name);
    if (column.type === "numeric" && feature.type === "numeric") return feature.yesNo ? zeroAndOne(column) : column;
    if (isEmpty(column)) return emptyColumn(feature, table.rows);
    return feature.type === "category" ? categories(column) : numbers(column, feature.yesNo, rowOffset);
  });
}

function numbers(column: Column, yesNo: boolean, rowOffset: number): FeatureColumn {
  return yesNo && column.type === "text" ? yesNoNumbers(column) : checkNumeric(column, rowOffset);
}

function categories(column: Column): FeatureColumn {
  if (column.type === "text") return column;
  const { name } = column;
  const made = column.type === "numeric" ? numberCategories(column) : null;
  if (made !== null) return made;
  const what = column.type === "date" ? "dates" : "more different values than categories can have";
  const message = `Column ${quoted(name)} holds ${what}, where the model knows a few categories.`;
  throw new SegmentsError("UNKNOWN_CATEGORY", message, { column: name });
}

function isEmpty(column: Column): boolean {
  if (column.type === "identifier") return false;
  return column.type === "text" ? column.codes.every((code) => code < 0) : column.values.every(Number.isNaN);
}

function emptyColumn({ name, type }: SavedFeature, rows: number): FeatureColumn {
  if (type === "category")
    return { name, type: "text", codes: new Int32Array(rows).fill(-1), categories: [], missing: rows };
  const values = new Float64Array(rows).fill(Number.NaN);
  return { name, type, values, missing: rows, unreadable: [], unreadableCount: 0 };
}

function needed(table: Table, name: string): Column {
  const column = byName(table, name);
  if (column !== null) return column;
  const names = quotedList(table.columns.map((each) => each.name));
  const message = `The model needs a column ${quoted(name)}, and the table has none. Its columns: ${names || "none"}.`;
  throw new SegmentsError("UNKNOWN_COLUMN", message, { column: name });
}
