import type { State } from "../../state/state.ts";
import { type Step, still } from "../../state/step.ts";
import { isOf, type Pair, pairOf } from "./pair.ts";

/** Asks the worker for what the screen shows and does not have yet. */
export function compareNeeds(state: State): Step {
  const pair = pairOf(state);
  if (pair === null || isOf(pair, state.compare.found) || isOf(pair, state.compare.asked)) return still(state);
  return asking(state, pair, false);
}

/** Asks for the comparison of a pair. */
export function asking(state: State, { before, after }: Pair, tells: boolean): Step {
  const id = state.lastId + 1;
  const ids = { id, before: before.run, after: after.run };
  return {
    state: { ...state, lastId: id, compare: { ...state.compare, asked: { ...ids, tells, failure: null } } },
    effects: [{ type: "send", request: { type: "compare", ...ids } }],
  };
}
