import type { Motion } from "../../state/move.ts";
import type { State } from "../../state/state.ts";
import { type Step, still } from "../../state/step.ts";

/** The state after the cursor has moved. */
export function movedExport(state: State, _motion: Motion, _page: number): State {
  return state;
}

/** Stops what is being written, if anything. */
export function stopWriting(state: State): Step {
  if (state.writing === null) return still(state);
  return {
    state: { ...state, writing: null },
    effects: [{ type: "send", request: { type: "cancel", lane: "write" } }],
  };
}
