import { type Matrix, principalComponents } from "@kentro/core";
import type { SavedFeature } from "@kentro/segments";
import { oneOfEvery } from "./drawn-rows.ts";
import type { FilmAxes } from "./protocol.ts";

/** The plane that points are drawn in: where row `row` of row-major points or centroids lies on it. */
export interface Plane {
  readonly axes: FilmAxes;
  readonly x: Along;
  /** Null where points have one column. */
  readonly y: Along | null;
}

type Along = (data: Matrix["data"], row: number) => number;

/**
 * One or two numbers have a plane in their own units, those taken by their logarithm where they are above 0 and can be drawn
 * in powers of ten; all else is seen along the two directions in which the points drawn vary most. All are exact for
 * centroids: means stay means, of the logarithms where these are taken.
 */
export async function planeOf(
  recipe: readonly SavedFeature[],
  points: Matrix,
  every: number,
  signal: AbortSignal,
): Promise<Plane> {
  const [across, up] = recipe.length > 2 ? [] : recipe.map((feature, column) => inUnits(feature, column, points));
  const [first, second] = recipe;
  if (first !== undefined && across && recipe.length === 1) {
    return { axes: { along: "columns", x: first.name, y: null }, x: across, y: null };
  }
  if (first !== undefined && second !== undefined && across && up) {
    return { axes: { along: "columns", x: first.name, y: second.name }, x: across, y: up };
  }
  return await alongComponents(points, every, signal);
}

/** A column in its own units; null where it has none, or where a logarithm has no place. */
function inUnits(feature: SavedFeature, column: number, { data, rows, columns }: Matrix): Along | null {
  if (feature.type !== "numeric") return null;
  const { center, spread, weight, log } = feature;
  const unit = spread / Math.sqrt(weight);
  const scaled: Along = (from, row) => from[row * columns + column]! * unit + center;
  if (!log) return scaled;
  for (let row = 0; row < rows; row++) if (!(scaled(data, row) > LEAST_LOGARITHM)) return null;
  return (from, row) => Math.expm1(scaled(from, row));
}

/** A logarithm ln(1 + x) of less is that of 0, up to rounding. */
const LEAST_LOGARITHM = 1e-9;

async function alongComponents(points: Matrix, every: number, signal: AbortSignal): Promise<Plane> {
  const { columns } = points;
  const drawn = await oneOfEvery(points, every, signal);
  const { axes, explained, scores } = await principalComponents(drawn, { count: 2, signal });
  const sides = Array.from({ length: axes.rows }, (_, component): Along => {
    const axis = axes.data.subarray(component * columns, (component + 1) * columns);
    const along: Along = (data, row) => {
      let sum = 0;
      for (let column = 0; column < columns; column++) sum += data[row * columns + column]! * axis[column]!;
      return sum;
    };
    // Scores are from the mean of all: the first point tells where that lies.
    const mean = along(drawn.data, 0) - scores.data[component]!;
    return (data, row) => along(data, row) - mean;
  });
  const titles = explained.map((share, component) => `component ${component + 1} (${Math.round(share * 100)} %)`);
  return { axes: { along: "components", x: titles[0]!, y: titles[1] ?? null }, x: sides[0]!, y: sides[1] ?? null };
}
