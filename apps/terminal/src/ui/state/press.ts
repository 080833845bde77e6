import { eventFor } from "./actions.ts";
import type { KeyName } from "./keys.ts";
import { reduce } from "./reduce.ts";
import type { State } from "./state.ts";
import { type Step, still } from "./step.ts";

/** The step a key press makes. What was said before has been read by then and goes. */
export function press(state: State, key: KeyName): Step {
  const event = eventFor(state, key);
  return event === null ? still(state) : reduce({ ...state, message: null }, event);
}
