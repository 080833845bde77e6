import type { State } from "../../state/state.ts";
import { saying } from "../../state/step.ts";
import type { CompareReply } from "../../work/compare/protocol.ts";
import { movedWords } from "./words.ts";

/** The state with the reason why there is no comparison; null where the failed work was another. Nothing asks again for it. */
export function compareFailed(state: State, id: number, failure: string): State | null {
  const { compare } = state;
  if (compare.asked?.id !== id) return null;
  return { ...state, compare: { ...compare, asked: { ...compare.asked, failure } } };
}

/** The state with what the worker answered. */
export function compareReplied(state: State, { id, comparison }: CompareReply): State {
  const { asked } = state.compare;
  if (asked?.id !== id) return state;
  const compare = { ...state.compare, asked: null, found: comparison, row: 0, left: 0, flow: 0 };
  const next: State = { ...state, compare };
  // What else has been said meanwhile matters more.
  const isHeard = asked.tells && state.message === null && state.result?.run === comparison.after;
  return isHeard ? saying(next, movedWords(comparison)) : next;
}
