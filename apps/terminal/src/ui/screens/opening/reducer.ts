import type { Motion } from "../../state/move.ts";
import type { State } from "../../state/state.ts";

/** The state after the cursor has moved. */
export function movedOpening(state: State, _motion: Motion, _page: number): State {
  return state;
}
