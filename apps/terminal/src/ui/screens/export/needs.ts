import type { State } from "../../state/state.ts";
import { type Step, still } from "../../state/step.ts";
import { itemsOf } from "./items.ts";

/** Has the worker look at where things would be written, once for each choice of paths and after each writing. */
export function exportNeeds(state: State): Step {
  const { source, writing, export: own } = state;
  if (source === null || writing !== null) return still(state);
  const outputs = itemsOf(state).map(({ option, path, ticked }) => ({ option, path, wanted: ticked }));
  const at = JSON.stringify([source, outputs, own.attempts]);
  if (own.look?.at === at) return still(state);
  const id = state.lastId + 1;
  return {
    state: { ...state, lastId: id, export: { ...own, look: { id, at } } },
    effects: [{ type: "send", request: { type: "look", id, source, outputs } }],
  };
}
