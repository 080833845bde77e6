import type { State } from "../../state/state.ts";
import type { ComponentsReply } from "../../work/segments/protocol.ts";

/** The state with what the worker answered. */
export function segmentsReplied(state: State, _reply: ComponentsReply): State {
  return state;
}
