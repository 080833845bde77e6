import type { State } from "../../state/state.ts";
import type { FilesReply } from "../../work/files/protocol.ts";

/** The state with what the worker answered. */
export function openingReplied(state: State, _reply: FilesReply): State {
  return state;
}
