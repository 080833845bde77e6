import type { State } from "../../state/state.ts";
import type { CompareReply } from "../../work/compare/protocol.ts";

/** The state with what the worker answered. */
export function compareReplied(state: State, _reply: CompareReply): State {
  return state;
}
