import type { Matrix } from "@kentro/core";
import type { FeatureColumn } from "../columns/feature-column.ts";
import { SegmentsError } from "../error.ts";
import {
  type SavedCategoryFeature,
  type SavedFeature,
  type SavedNumericFeature,
  width,
} from "../model/saved-feature.ts";
import type { Pace } from "../pace.ts";
import { quoted, quotedList } from "../quoted.ts";
import type { NumericColumn, TextColumn } from "../table.ts";
import { CHUNK, inChunks } from "./chunks.ts";
import { treat } from "./numbers.ts";
import { LARGEST, tooLarge } from "./refusal.ts";

/**
 * The rows used as points: a row each, the coordinates of each feature side by side. What a row becomes depends on the
 * recipe and on the row alone.
 * @param columns one for each feature of the recipe, of its type
 * @param rowOffset rows before the first of the table, for errors
 * @throws SegmentsError `OUT_OF_RANGE`, `UNKNOWN_CATEGORY`
 */
export async function coordinates(
  recipe: readonly SavedFeature[],
  columns: readonly FeatureColumn[],
  rows: Int32Array,
  pace: Pace,
  rowOffset = 0,
): Promise<Matrix> {
  const total = recipe.reduce((sum, feature) => sum + width(feature), 0);
  const points: Points = { data: new Float64Array(rows.length * total), rows: rows.length, columns: total };
  let at = 0;
  for (const [i, feature] of recipe.entries()) {
    const column = columns[i]!;
    if (feature.type === "numeric" && column.type === "numeric") {
      await placeNumbers(points, at, feature, column, rows, pace, rowOffset);
    } else if (feature.type === "category" && column.type === "text") {
      await placeCategories(points, at, feature, column, rows, pace, rowOffset);
    }
    at += width(feature);
  }
  return points;
}

interface Points extends Matrix {
  readonly data: Float64Array;
}

async function placeNumbers(
  { data, columns }: Points,
  at: number,
  feature: SavedNumericFeature,
  column: NumericColumn,
  rows: Int32Array,
  pace: Pace,
  rowOffset: number,
): Promise<void> {
  const { center, spread } = feature;
  const factor = Math.sqrt(feature.weight);
  const treated = new Float64Array(Math.min(CHUNK, rows.length));
  await inChunks(rows.length, pace, (from, to) => {
    treat(column, rows, [from, to], feature, treated, rowOffset);
    for (let i = from; i < to; i++) {
      const coordinate = ((treated[i - from]! - center) / spread) * factor;
      if (!(Math.abs(coordinate) <= LARGEST)) {
        throw tooLarge(column.name, rows[i]! + rowOffset, column.values[rows[i]!]!);
      }
      data[i * columns + at] = coordinate;
    }
  });
}

async function placeCategories(
  { data, columns }: Points,
  at: number,
  { name, categories, spread, weight }: SavedCategoryFeature,
  column: TextColumn,
  rows: Int32Array,
  pace: Pace,
  rowOffset: number,
): Promise<void> {
  const known = new Map(categories.map((category, i) => [category, i]));
  // The place of a missing value is behind those of the categories; a column that may not be missing has none missing here.
  const places = Int32Array.from([categories.length, ...column.categories.map((value) => known.get(value) ?? -1)]);
  const height = Math.sqrt(weight) / spread;
  await inChunks(rows.length, pace, (from, to) => {
    for (let i = from; i < to; i++) {
      const code = column.codes[rows[i]!]!;
      const place = places[code + 1]!;
      if (place < 0) throw unknown(name, rows[i]! + rowOffset, column.categories[code]!, categories);
      data[i * columns + at + place] = height;
    }
  });
}

function unknown(column: string, row: number, value: string, known: readonly string[]): SegmentsError {
  const message =
    `Column ${quoted(column)}, row ${row + 1}: ${quoted(value)} is a category that the model does not know. ` +
    `It knows ${quotedList(known)}.`;
  return new SegmentsError("UNKNOWN_CATEGORY", message, { row: row + 1, column });
}
