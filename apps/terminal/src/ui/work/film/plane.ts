import { type Matrix, principalComponents } from "@kentro/core";
import type { SavedFeature, SavedNumericFeature } from "@kentro/segments";
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
 * Two numbers without logarithm have a plane in their own units; all else is seen along the two directions in which the
 * points drawn vary most. Both are exact for centroids: means stay means.
 */
export async function planeOf(
  recipe: readonly SavedFeature[],
  points: Matrix,
  every: number,
  signal: AbortSignal,
): Promise<Plane> {
  const [first, second] = recipe;
  if (first?.type === "numeric" && !first.log) {
    if (recipe.length === 1) return { axes: { x: first.name, y: null }, x: inUnits(first, 0, 1), y: null };
    if (recipe.length === 2 && second?.type === "numeric" && !second.log) {
      return { axes: { x: first.name, y: second.name }, x: inUnits(first, 0, 2), y: inUnits(second, 1, 2) };
    }
  }
  return await alongComponents(points, every, signal);
}

function inUnits({ center, spread, weight }: SavedNumericFeature, column: number, columns: number): Along {
  const unit = spread / Math.sqrt(weight);
  return (data, row) => data[row * columns + column]! * unit + center;
}

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
  return { axes: { x: titles[0]!, y: titles[1] ?? null }, x: sides[0]!, y: sides[1] ?? null };
}
