import type { State } from "../../state/state.ts";
import type { FilmReply } from "../../work/film/protocol.ts";

/** The state with what the worker answered. */
export function watchReplied(state: State, _reply: FilmReply): State {
  return state;
}
