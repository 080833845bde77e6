import type { State } from "../../state/state.ts";
import { type Step, still } from "../../state/step.ts";
import { filmed, isRolling, withWatch } from "./reducer.ts";
import { standingMs } from "./steps.ts";

/** Asks the worker for the film of the segments that are shown, and for the timer that moves it on. */
export function watchNeeds(state: State): Step {
  const { result, watch } = state;
  if (result === null) return still(state);
  if (watch.asked?.run !== result.run) return filmed(state, result.run, result.segmentation.seed);
  if (watch.timer !== null || watch.shown.kind !== "film" || !isRolling(state)) return still(state);
  const timer = state.lastId + 1;
  return {
    state: withWatch({ ...state, lastId: timer }, { timer }),
    effects: [{ type: "ring", timer, afterMs: standingMs(watch.shown.film, watch.at) }],
  };
}
