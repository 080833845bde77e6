import { rang, withoutFilm } from "../screens/watch/reducer.ts";
import type { Event } from "./event.ts";
import { failed, replied } from "./reply.ts";
import type { State } from "./state.ts";
import { type Step, still } from "./step.ts";

/** The one place where the state changes but by keys. Pure: the same state and event give the same step. */
export function reduce(state: State, event: Event): Step {
  switch (event.type) {
    case "resized":
      return still({ ...state, size: event.size });
    case "reply":
      return replied(state, event.reply);
    case "crashed":
      return still(failed(withoutFilm(crashed(state), event.message), event.message));
    case "rang":
      return still(rang(state, event.timer));
    default:
      return event satisfies never;
  }
}

/** The worker has forgotten everything. What it had found is there to be seen until the table is read again. */
function crashed(state: State): State {
  const opening = { ...state.opening, asked: null, left: null };
  return { ...state, work: { kind: "idle" }, writing: null, opened: null, runs: [], opening };
}
