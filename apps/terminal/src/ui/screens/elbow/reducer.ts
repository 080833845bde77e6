import { type Motion, target } from "../../state/move.ts";
import { changed } from "../../state/run.ts";
import type { State } from "../../state/state.ts";
import { type Step, still } from "../../state/step.ts";
import type { ElbowCurve } from "../../work/protocol.ts";

/** The state after the cursor has moved along the curve. */
export function movedElbow(state: State, motion: Motion, page: number): State {
  const point = target(motion, state.elbow.point, state.curve?.points.length ?? 0, page);
  return { ...state, elbow: { ...state.elbow, point } };
}

/** The k under the cursor taken, and a run with it. */
export function takeK(state: State): Step {
  const k = state.curve?.points[state.elbow.point]?.k;
  return k === undefined || k === state.settings.k ? still(state) : changed(state, { k }, `k ${k}`, "now");
}

/** The cursor on the point of this k, where the curve has it. */
export function atK(state: State, curve: ElbowCurve | null, k: number | null): State {
  const point = curve?.points.findIndex((each) => each.k === k) ?? -1;
  return point < 0 ? state : { ...state, elbow: { ...state.elbow, point } };
}
