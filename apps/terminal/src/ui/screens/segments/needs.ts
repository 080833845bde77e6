import type { State } from "../../state/state.ts";
import { type Step, still } from "../../state/step.ts";

/** Asks the worker for what the screen shows and does not have yet. */
export function segmentsNeeds(state: State): Step {
  return still(state);
}
