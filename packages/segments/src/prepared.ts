import type { Matrix } from "@kentro/core";
import { checkTable } from "./columns/check-table.ts";
import { chooseFeatures, type FeatureChoice } from "./columns/choice.ts";
import { distinctRows } from "./columns/distinct.ts";
import { type LeftOut, usableRows } from "./columns/left-out.ts";
import { fitScaling, scaledPoints } from "./columns/points.ts";
import { SegmentsError } from "./error.ts";
import { LONGEST_NAME, MOST_FEATURES } from "./model/limits.ts";
import type { SegmentOptions } from "./options.ts";
import type { Pace } from "./pace.ts";
import { quoted, quotedList } from "./quoted.ts";
import type { CenterSpread, Scale } from "./statistics/scale.ts";
import type { NumericColumn, Table } from "./table.ts";

/** A table on its way to core: the features of the rows used, scaled. */
export interface Prepared {
  readonly features: readonly NumericColumn[];
  readonly choice: FeatureChoice;
  readonly scale: Scale;
  readonly scaling: readonly CenterSpread[];
  /** The rows used: 0-based, ascending. */
  readonly rows: Int32Array;
  readonly leftOut: LeftOut;
  readonly points: Matrix;
}

/**
 * Chooses features and rows, and scales them. Assumes checked options.
 * @param k segments that the rows must do for: as many of them must differ
 */
export async function prepare(table: Table, options: SegmentOptions, k: number, pace: Pace): Promise<Prepared> {
  checkTable(table);
  await pace.breathe();
  const { features, choice } = await chooseFeatures(table, options.features ?? "all", options.id, pace);
  checkLimits(features);
  const { rows, leftOut } = usableRows(table.rows, features);
  if (rows.length === 0) throw noRows(table.rows, features, leftOut);
  await pace.breathe();
  const scale = options.scale ?? "standard";
  const scaling = await fitScaling(features, rows, scale, pace);
  const points = await scaledPoints(features, rows, scaling, pace);
  const distinct = distinctRows(points, k);
  if (distinct < k) throw tooFew(k, distinct, features, rows.length);
  return { features, choice, scale, scaling, rows, leftOut, points };
}

function checkLimits(features: readonly NumericColumn[]): void {
  if (features.length > MOST_FEATURES) {
    const message = `The table has ${features.length} numeric columns, more than ${MOST_FEATURES}: choose features by name.`;
    throw new SegmentsError("TOO_MANY", message);
  }
  const long = features.find(({ name }) => name.length > LONGEST_NAME);
  if (long === undefined) return;
  const message = `The name of column ${quoted(long.name)} is longer than ${LONGEST_NAME} characters: shorten it.`;
  throw new SegmentsError("TOO_MANY", message, { column: long.name });
}

function noRows(rows: number, features: readonly NumericColumn[], { cells }: LeftOut): SegmentsError {
  if (rows === 0) return new SegmentsError("NO_ROWS", "The table has no rows.");
  const said = cells.slice(0, 3).map(({ row, column, value }) => {
    return `row ${row} has ${value === "" ? "nothing" : quoted(value)} in ${quoted(column)}`;
  });
  const message = `No row has a number in every feature (${named(features)}): ${said.join(", ")}. Choose fewer features.`;
  return new SegmentsError("NO_ROWS", message);
}

function tooFew(k: number, distinct: number, features: readonly NumericColumn[], rows: number): SegmentsError {
  const message =
    distinct === 1
      ? `There is nothing to tell apart: the rows used (${rows}) are all the same in ${named(features)}.`
      : `${k} segments need ${k} rows that differ, and only ${distinct} of ${rows} differ in ${named(features)}.`;
  return new SegmentsError("TOO_FEW_DISTINCT_ROWS", message);
}

function named(features: readonly NumericColumn[]): string {
  return quotedList(
    features.map(({ name }) => name),
    5,
  );
}
