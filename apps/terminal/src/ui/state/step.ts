import type { Effect } from "./event.ts";
import type { Message, State } from "./state.ts";

/** The next state and what is to be done outside it. */
export interface Step {
  readonly state: State;
  readonly effects: readonly Effect[];
}

/** A state with nothing to be done. */
export function still(state: State): Step {
  return { state, effects: [] };
}

/** The state with a message for the user. */
export function saying(state: State, text: string, tone: Message["tone"] = "info"): State {
  return { ...state, message: { tone, text } };
}
