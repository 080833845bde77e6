import { type Frame, type LineChart, lineChart, lineChartGutter } from "@kentro/cells";
import type { State } from "../../state/state.ts";
import { drawn } from "../../text/drawn.ts";
import { block, type Line, line, rule } from "../../text/line.ts";

/** From this height on the silhouette stands under the inertia. */
const LEAST_FOR_TWO = 15;

/** The curve of inertia over k with the suggested k marked, the silhouette under it where it fits. */
export function elbowPicture(state: State, width: number, height: number): Line[] {
  const { curve, symbols } = state;
  const { point } = state.elbow;
  if (curve === null) return block([], width, height);
  const xs = curve.points.map(({ k }) => k);
  const marked = curve.k;
  const selected = state.screen === "elbow" ? (xs[point] ?? null) : (state.result?.segmentation.k ?? null);
  const silhouettes = curve.points.map(({ silhouette }) => silhouette);
  const lower =
    height >= LEAST_FOR_TWO && silhouettes.some((value) => value !== null) ? Math.floor((height - 2) * 0.4) : 0;
  const chartOf = (values: readonly (number | null)[]): LineChart => {
    return { xs, curves: [{ values }], marked, selected, floor: 0 };
  };
  const frameOf = (rows: number): Frame => ({ width: width - 1, height: rows, symbols });
  const upperFrame = frameOf(height - 1 - (lower > 0 ? lower + 1 : 0));
  const lowerFrame = frameOf(lower);
  const inertia = chartOf(curve.points.map((each) => each.inertia));
  const silhouette = chartOf(silhouettes);
  const gutter = Math.max(
    lineChartGutter(inertia, upperFrame),
    lower > 0 ? lineChartGutter(silhouette, lowerFrame) : 0,
  );
  const suggestion = marked === null ? "no clear elbow" : `${symbols === "ascii" ? ":" : "┊"} suggested k = ${marked}`;
  return block(
    [
      rule(line(`Inertia  ${suggestion}`), width),
      ...drawn(lineChart({ ...inertia, gutter }, upperFrame)),
      ...(lower > 0
        ? [rule(line("Silhouette"), width), ...drawn(lineChart({ ...silhouette, gutter }, lowerFrame))]
        : []),
    ],
    width,
    height,
  );
}
