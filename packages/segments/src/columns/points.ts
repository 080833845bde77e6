import type { Matrix } from "@kentro/core";
import { SegmentsError } from "../error.ts";
import type { Pace } from "../pace.ts";
import { quoted } from "../quoted.ts";
import { type CenterSpread, centerSpread, type Scale } from "../statistics/scale.ts";
import type { NumericColumn } from "../table.ts";

/** Beyond this a value is an accident: sums of squares of larger ones would run out of the range of numbers. */
export const LARGEST = 1e100;

/**
 * Center and spread of each feature over the rows used.
 * @throws SegmentsError `OUT_OF_RANGE`, `NO_SPREAD`
 */
export async function fitScaling(
  features: readonly NumericColumn[],
  rows: Int32Array,
  scale: Scale,
  pace: Pace,
): Promise<CenterSpread[]> {
  const scaling: CenterSpread[] = [];
  for (const { name, values } of features) {
    const used = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
      const value = values[rows[i]!]!;
      if (!(Math.abs(value) <= LARGEST)) throw tooLarge(name, rows[i]!, value);
      used[i] = value;
    }
    const found = centerSpread(used, scale);
    if (found.spread === 0) throw noSpread(name, used, scale, found.center);
    scaling.push(found);
    await pace.breathe();
  }
  return scaling;
}

/**
 * The features of the rows used, scaled: a row each, a column for each feature.
 * @throws SegmentsError `OUT_OF_RANGE`
 */
export async function scaledPoints(
  features: readonly NumericColumn[],
  rows: Int32Array,
  scaling: readonly CenterSpread[],
  pace: Pace,
): Promise<Matrix> {
  const columns = features.length;
  const data = new Float64Array(rows.length * columns);
  for (const [feature, { name, values }] of features.entries()) {
    const { center, spread } = scaling[feature]!;
    for (let i = 0; i < rows.length; i++) {
      const value = values[rows[i]!]!;
      const scaled = (value - center) / spread;
      if (!(Math.abs(value) <= LARGEST && Math.abs(scaled) <= LARGEST)) throw tooLarge(name, rows[i]!, value);
      data[i * columns + feature] = scaled;
    }
    await pace.breathe();
  }
  return { data, rows: rows.length, columns };
}

function tooLarge(column: string, row: number, value: number): SegmentsError {
  const message = `Column ${quoted(column)}, row ${row + 1}: ${value} is too large to compute with.`;
  return new SegmentsError("OUT_OF_RANGE", message, { row: row + 1, column });
}

function noSpread(column: string, used: Float64Array, scale: Scale, center: number): SegmentsError {
  const same = used.every((value) => value === used[0]);
  const why = same
    ? `every value is ${used[0]}. Leave it out of the features`
    : scale === "robust"
      ? `at least half of its values are ${center}. Use the scale "standard" or "minmax", or leave it out of the features`
      : "its values are too close together. Leave it out of the features";
  return new SegmentsError("NO_SPREAD", `Column ${quoted(column)} cannot be scaled: ${why}.`, { column });
}
