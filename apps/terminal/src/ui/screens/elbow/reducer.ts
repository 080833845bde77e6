import { counted } from "../../../text/number.ts";
import { layoutOf } from "../../layout.ts";
import { along, type Motion, target } from "../../state/move.ts";
import { changed } from "../../state/run.ts";
import type { State } from "../../state/state.ts";
import { type Step, saying, still } from "../../state/step.ts";
import type { ElbowCurve } from "../../work/protocol.ts";
import { pointsShown } from "./points.ts";
import type { ElbowState } from "./state.ts";
import { wordLines } from "./words.ts";

const PANES: readonly ElbowState["pane"][] = ["table", "curve", "words"];

/** The state after the cursor has moved along the curve: k grows to the right, and down the table. */
export function movedElbow(state: State, motion: Motion, page: number): State {
  if (onlyWords(state)) {
    const lines = wordLines(state, layoutOf(state.size).width).length;
    return { ...state, elbow: { ...state.elbow, top: target(motion, state.elbow.top, lines, page) } };
  }
  const point = target(along(motion), state.elbow.point, pointsShown(state).length, page);
  return { ...state, elbow: { ...state.elbow, point } };
}

/** The k under the cursor taken, and a run with it where that is not what is shown. */
export function takeK(state: State): Step {
  const { settings, result } = state;
  const k = pointsShown(state)[state.elbow.point]?.k;
  if (k === undefined) return still(state);
  const isShown = result?.segmentation.k === k && (settings.k === "auto" || settings.k === k);
  if (isShown) return still(saying(state, `${counted(k, "segment is", "segments are")} what is shown: 3 shows them.`));
  return k === settings.k ? still(state) : changed(state, { k }, `k ${k}`, "now");
}

/** The cursor on the point of this k, where the curve has it. */
export function atK(state: State, curve: ElbowCurve | null, k: number | null): State {
  const point = curve?.points.findIndex((each) => each.k === k) ?? -1;
  return point < 0 ? state : { ...state, elbow: { ...state.elbow, point } };
}

/** The next of the table, the curve and the words, where only one of them fits. */
export function turnedElbow(state: State): Step {
  const pane = PANES[(PANES.indexOf(state.elbow.pane) + 1) % PANES.length]!;
  return still({ ...state, elbow: { ...state.elbow, pane, top: 0 } });
}

/** Whether the words have all the room, so that arrows scroll them. */
function onlyWords({ elbow, size }: State): boolean {
  const layout = layoutOf(size);
  return elbow.pane === "words" && layout.kind === "screen" && layout.panes === "one";
}
