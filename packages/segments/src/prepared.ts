import type { Matrix } from "@kentro/core";
import { checkTable } from "./columns/check-table.ts";
import { type Chosen, chooseFeatures, type FeatureChoice } from "./columns/choice.ts";
import { distinctRows } from "./columns/distinct.ts";
import type { FeatureColumn } from "./columns/feature-column.ts";
import { type LeftOut, usableRows } from "./columns/left-out.ts";
import { SegmentsError } from "./error.ts";
import { LONGEST_NAME, MOST_COORDINATES, MOST_FEATURES } from "./model/limits.ts";
import { type SavedFeature, width } from "./model/saved-feature.ts";
import { type DataNotes, dataNotes, type ShapeNote } from "./notes/notes.ts";
import { shapeOf } from "./notes/shape.ts";
import type { SegmentOptions } from "./options.ts";
import type { Pace } from "./pace.ts";
import { coordinates } from "./preparation/coordinates.ts";
import { checkExtent } from "./preparation/extent.ts";
import { fitCategories, fitNumbers } from "./preparation/recipe.ts";
import { type Ways, waysOf } from "./preparation/ways.ts";
import { quoted, quotedList } from "./quoted.ts";
import type { Scale } from "./statistics/scale.ts";
import type { NumericColumn, Table, TextColumn } from "./table.ts";

/** A table on its way to core: the features of the rows used, as coordinates. */
export interface Prepared {
  /** The table with the columns clustered by as they are clustered by: yes and no as 1 and 0, numbers as categories. */
  readonly table: Table;
  /** The numbers clustered by, columns of `table`. */
  readonly features: readonly NumericColumn[];
  /** The categories clustered by, columns of `table`. */
  readonly categories: readonly TextColumn[];
  /** How features and then categories become coordinates. */
  readonly recipe: readonly SavedFeature[];
  readonly choice: FeatureChoice;
  readonly scale: Scale;
  /** The rows used: 0-based, ascending. */
  readonly rows: Int32Array;
  readonly leftOut: LeftOut;
  readonly points: Matrix;
  readonly notes: DataNotes;
}

/**
 * Chooses features and rows, and makes coordinates of them. Assumes checked options.
 * @param k segments that the rows must do for: as many of them must differ
 */
export async function prepare(table: Table, options: SegmentOptions, k: number, pace: Pace): Promise<Prepared> {
  checkTable(table);
  await pace.breathe();
  const { features: asked = "all", categorical = [], id, scale = "standard" } = options;
  const chosen = await chooseFeatures(table, asked, id, pace, categorical);
  const { features, categories, choice } = chosen;
  const columns = [...features, ...categories];
  checkLimits(columns);
  const ways = waysOf(table, chosen, options);
  const required = [
    ...features.filter((_, i) => !ways.numbers[i]!.median),
    ...categories.filter((_, i) => !ways.categories[i]!.missing),
  ];
  const { rows, leftOut } = usableRows(table.rows, required);
  if (rows.length === 0) throw noRows(table.rows, columns, leftOut);
  await pace.breathe();
  const { recipe, shapes } = await recipeOf(chosen, ways, rows, pace);
  const fitted = { features, categories, recipe, choice, rows, leftOut };
  const notes = await dataNotes(table, { ...fitted, shapes }, options, pace);
  const points = await coordinates(recipe, columns, rows, pace);
  if (scale === "none") checkExtent(points);
  const distinct = await distinctRows(points, k, pace);
  if (distinct < k) throw tooFew(k, distinct, columns, rows.length);
  return { ...fitted, table: chosen.table, scale, points, notes };
}

async function recipeOf(
  { features, categories }: Chosen,
  ways: Ways,
  rows: Int32Array,
  pace: Pace,
): Promise<{ readonly recipe: readonly SavedFeature[]; readonly shapes: readonly ShapeNote[] }> {
  const recipe: SavedFeature[] = [];
  const shapes: ShapeNote[] = [];
  for (const [i, column] of features.entries()) {
    const { feature, treated } = await fitNumbers(column, rows, ways.numbers[i]!, pace);
    recipe.push(feature);
    const shape = shapeOf(feature, treated, ways.numbers[i]!.scale);
    if (shape !== null) shapes.push(shape);
    await pace.breathe();
  }
  for (const [i, column] of categories.entries()) {
    recipe.push(fitCategories(column, rows, ways.categories[i]!));
    await pace.breathe();
  }
  const total = recipe.reduce((sum, feature) => sum + width(feature), 0);
  if (total > MOST_COORDINATES) {
    const message = `The features are ${total} numbers a row, each category one of them, more than ${MOST_COORDINATES}: choose fewer.`;
    throw new SegmentsError("TOO_MANY", message);
  }
  return { recipe, shapes };
}

function checkLimits(columns: readonly FeatureColumn[]): void {
  if (columns.length > MOST_FEATURES) {
    const message = `The table has ${columns.length} columns to cluster by, more than ${MOST_FEATURES}: choose features by name.`;
    throw new SegmentsError("TOO_MANY", message);
  }
  for (const column of columns) {
    const { name } = column;
    if (name.length > LONGEST_NAME) {
      const message = `The name of column ${quoted(name)} is longer than ${LONGEST_NAME} characters: shorten it.`;
      throw new SegmentsError("TOO_MANY", message, { column: name });
    }
    const long = column.type === "text" ? column.categories.find(({ length }) => length > LONGEST_NAME) : undefined;
    if (long !== undefined) {
      const message = `Column ${quoted(name)} has a category of more than ${LONGEST_NAME} characters: ${quoted(long)}.`;
      throw new SegmentsError("TOO_MANY", message, { column: name });
    }
  }
}

function noRows(rows: number, columns: readonly FeatureColumn[], { cells }: LeftOut): SegmentsError {
  if (rows === 0) return new SegmentsError("NO_ROWS", "The table has no rows.");
  const said = cells.slice(0, 3).map(({ row, column, value }) => {
    return `row ${row} has ${value === "" ? "nothing" : quoted(value)} in ${quoted(column)}`;
  });
  const what = columns.some(({ type }) => type === "text") ? "value" : "number";
  const message = `No row has a ${what} in every feature (${named(columns)}): ${said.join(", ")}. Choose fewer features.`;
  return new SegmentsError("NO_ROWS", message);
}

function tooFew(k: number, distinct: number, columns: readonly FeatureColumn[], rows: number): SegmentsError {
  const message =
    distinct === 1
      ? `There is nothing to tell apart: the rows used (${rows}) are all the same in ${named(columns)}.`
      : `${k} segments need ${k} rows that differ, and only ${distinct} of ${rows} differ in ${named(columns)}.`;
  return new SegmentsError("TOO_FEW_DISTINCT_ROWS", message);
}

function named(columns: readonly FeatureColumn[]): string {
  return quotedList(
    columns.map(({ name }) => name),
    5,
  );
}
