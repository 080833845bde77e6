import type { Segment } from "@kentro/segments";
import type { State } from "../../../state/state.ts";

/** What of the state the axes hang on. */
type Shown = Pick<State, "opened" | "result" | "segments">;

/** Two columns of the table, by index: what lies along and up the scatter. */
export interface Axes {
  readonly x: number;
  readonly y: number;
}

/**
 * The columns of the scatter: those chosen; else the two features in which the segments are farthest apart, in the order of
 * the features; with one feature, it and the first other column of numbers. Null where the table has no two columns of numbers.
 */
export function axesOf(state: Shown): Axes | null {
  if (state.segments.axes !== null) return state.segments.axes;
  const candidates = axisColumns(state);
  const [x, y] = farthestApart(state, candidates) ?? candidates;
  return x === undefined || y === undefined ? null : { x, y };
}

/** The axes with the next column along one side, never the column of the other side. */
export function nextAxis(state: State, axis: "x" | "y"): Axes | null {
  const axes = axesOf(state);
  if (axes === null) return null;
  const other = axis === "x" ? axes.y : axes.x;
  const candidates = axisColumns(state).filter((column) => column !== other);
  const next = candidates[(candidates.indexOf(axes[axis]) + 1) % candidates.length];
  return next === undefined ? axes : { ...axes, [axis]: next };
}

/** Two of the features among the candidates, in their order; null where there are not three to choose from. */
function farthestApart({ opened, result }: Shown, candidates: readonly number[]): readonly number[] | null {
  if (opened === null || result === null) return null;
  const { features, segments } = result.segmentation;
  const apart = candidates.flatMap((index) => {
    const name = opened.table.columns[index]!.name;
    return features.includes(name) ? [{ index, variance: varianceBetween(segments, name) }] : [];
  });
  if (apart.length < 3) return null;
  const most = apart.toSorted((a, b) => b.variance - a.variance).slice(0, 2);
  return most.map(({ index }) => index).sort((a, b) => candidates.indexOf(a) - candidates.indexOf(b));
}

/** The part of a column's variance that lies between the segments. */
function varianceBetween(segments: readonly Segment[], name: string): number {
  return segments.reduce((sum, { share, numeric }) => {
    const z = numeric.find(({ column }) => column === name)?.z ?? 0;
    return sum + (Number.isFinite(z) ? share * z * z : 0);
  }, 0);
}

/** Columns of numbers, the features of the result first. */
function axisColumns({ opened, result }: Shown): number[] {
  if (opened === null || result === null) return [];
  const { columns } = opened.table;
  const { features } = result.segmentation;
  const taken = features.map((name) => columns.findIndex((column) => column.name === name));
  const others = columns.flatMap(({ type }, index) => (type === "numeric" && !taken.includes(index) ? [index] : []));
  return [...taken, ...others].filter((index) => index >= 0);
}
