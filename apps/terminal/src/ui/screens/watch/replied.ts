import type { State } from "../../state/state.ts";
import type { FilmReply } from "../../work/film/protocol.ts";
import { withWatch } from "./reducer.ts";

/** So many starts that were watched are remembered. */
const MOST_ENDS = 20;

/** The state with what the worker answered; answers to what was given up change nothing. */
export function watchReplied(state: State, reply: FilmReply): State {
  if (reply.id !== state.watch.asked?.id) return state;
  switch (reply.part) {
    case "recording":
      return withWatch(state, { shown: { kind: "recording", steps: reply.steps } });
    case "film": {
      const { run, seed, inertia } = reply.film;
      const others = state.watch.ends.filter((end) => end.seed !== seed);
      const ends = [...others, { run, seed, inertia }].slice(-MOST_ENDS);
      return withWatch(state, { shown: { kind: "film", film: reply.film }, ends, at: 0 });
    }
    default:
      return reply satisfies never;
  }
}
