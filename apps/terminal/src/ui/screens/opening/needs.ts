import type { State } from "../../state/state.ts";
import { type Step, still } from "../../state/step.ts";

/** Asks the worker for what the screen shows and does not have yet. */
export function openingNeeds(state: State): Step {
  const { ask } = state.opening;
  if (ask === null) return still(state);
  const id = state.lastId + 1;
  return {
    state: { ...state, lastId: id, opening: { ...state.opening, ask: null, asked: { ...ask, id } } },
    effects: [{ type: "send", request: { type: "files", id, place: ask.place } }],
  };
}
