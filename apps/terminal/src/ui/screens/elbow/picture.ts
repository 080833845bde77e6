import { type Frame, type LineChart, lineChart, lineChartGutter } from "@kentro/cells";
import type { State } from "../../state/state.ts";
import { drawn, NO_SEGMENT } from "../../text/drawn.ts";
import { block, type Line, line, rule } from "../../text/line.ts";
import { pointsShown, suggestedK } from "./points.ts";

/** From this height on the silhouette stands under the inertia. */
const LEAST_FOR_TWO = 15;

/** The numbers of segments that are tried where nobody says otherwise. */
const MOST_TRIED = 10;

/** The curve of inertia over k with the suggested k marked, the silhouette under it where it fits. */
export function elbowPicture(state: State, width: number, height: number): Line[] {
  const points = pointsShown(state);
  if (points.length === 0) return block([], width, height);
  const known = points.map(({ k }) => k);
  const xs = [...known, ...toCome(state, known.at(-1) ?? 0)];
  const marked = suggestedK(state);
  const selected = state.screen === "elbow" ? (xs[state.elbow.point] ?? null) : (state.result?.segmentation.k ?? null);
  const silhouettes = points.map(({ silhouette }) => silhouette);
  const lower =
    height >= LEAST_FOR_TWO && silhouettes.some((value) => value !== null) ? Math.floor((height - 2) * 0.4) : 0;
  const chartOf = (values: readonly (number | null)[]): LineChart => {
    return { xs, curves: [{ values, series: NO_SEGMENT }], marked, selected, floor: 0 };
  };
  const frameOf = (rows: number): Frame => ({ width: width - 1, height: rows, symbols: state.symbols });
  const upperFrame = frameOf(height - 1 - (lower > 0 ? lower + 1 : 0));
  const lowerFrame = frameOf(lower);
  const inertia = chartOf(points.map((each) => each.inertia));
  const silhouette = chartOf(silhouettes);
  const gutter = Math.max(
    lineChartGutter(inertia, upperFrame),
    lower > 0 ? lineChartGutter(silhouette, lowerFrame) : 0,
  );
  return block(
    [
      rule(line(`Inertia  ${suggestion(state)}`.trimEnd()), width),
      ...drawn(lineChart({ ...inertia, gutter }, upperFrame)),
      ...(lower > 0
        ? [rule(line("Silhouette"), width), ...drawn(lineChart({ ...silhouette, gutter }, lowerFrame))]
        : []),
    ],
    width,
    height,
  );
}

/** What is still to be tried has its place from the first: the points that are known do not move. */
function toCome({ curve, work }: State, last: number): number[] {
  const left = curve === null && work.kind === "computing" ? MOST_TRIED - last : 0;
  return Array.from({ length: Math.max(0, left) }, (_, index) => last + 1 + index);
}

function suggestion(state: State): string {
  const { curve, symbols } = state;
  const marked = suggestedK(state);
  if (curve === null) return "";
  if (marked === null) return "no clear elbow";
  const dotted = symbols === "ascii" ? ":" : "┊";
  return curve.k === null ? `${dotted} no clear elbow; k = ${marked}` : `${dotted} suggested k = ${marked}`;
}
