import { type Motion, target } from "../../state/move.ts";
import type { State } from "../../state/state.ts";

/** The state after the cursor has moved among the runs. */
export function movedCompare(state: State, motion: Motion, page: number): State {
  const cursor = target(motion, state.compare.cursor, state.runs.length, page);
  return { ...state, compare: { ...state.compare, cursor } };
}
