import { type Motion, target } from "../../state/move.ts";
import type { State } from "../../state/state.ts";

/** The state after the cursor has moved among the columns. */
export function movedData(state: State, motion: Motion, page: number): State {
  const column = target(motion, state.data.column, state.opened?.table.columns.length ?? 0, page);
  return { ...state, data: { ...state.data, column } };
}
