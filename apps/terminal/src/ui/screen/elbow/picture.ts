import { type Curve, curveGutter, curveLines } from "../../chart/curve.ts";
import type { State } from "../../state/state.ts";
import { block, type Line, line, rule } from "../../text/line.ts";

/** From this height on the silhouette stands under the inertia. */
const LEAST_FOR_TWO = 15;

/** The curve of inertia over k with the suggested k marked, the silhouette under it where it fits. */
export function elbowPicture(state: State, width: number, height: number): Line[] {
  const { curve, point, symbols } = state;
  if (curve === null) return block([], width, height);
  const xs = curve.points.map(({ k }) => k);
  const marked = curve.k;
  const selected = state.screen === "elbow" ? (xs[point] ?? null) : (state.result?.segmentation.k ?? null);
  const silhouettes = curve.points.map(({ silhouette }) => silhouette);
  const lower =
    height >= LEAST_FOR_TWO && silhouettes.some((value) => value !== null) ? Math.floor((height - 2) * 0.4) : 0;
  const upper = height - 1 - (lower > 0 ? lower + 1 : 0);
  const inertia: Curve = { xs, values: curve.points.map((each) => each.inertia), marked, selected, floor: 0 };
  const silhouette: Curve = { xs, values: silhouettes, marked, selected, floor: 0 };
  const gutter = Math.max(curveGutter(inertia, upper), lower > 0 ? curveGutter(silhouette, lower) : 0);
  const suggestion = marked === null ? "no clear elbow" : `┊ suggested k = ${marked}`;
  const inner = width - 1;
  return block(
    [
      rule(line(`Inertia  ${suggestion}`), width),
      ...curveLines({ ...inertia, gutter }, inner, upper, symbols),
      ...(lower > 0
        ? [rule(line("Silhouette"), width), ...curveLines({ ...silhouette, gutter }, inner, lower, symbols)]
        : []),
    ],
    width,
    height,
  );
}
