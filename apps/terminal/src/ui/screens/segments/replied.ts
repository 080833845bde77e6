import type { State } from "../../state/state.ts";
import type { ComponentsReply, CostReply } from "../../work/segments/protocol.ts";
import { costTold } from "./editing/regrouping.ts";

/** The state with the reason why there are no components; null where the failed work was another. Nothing asks again for them. */
export function componentsFailed(state: State, id: number, failure: string): State | null {
  const { segments } = state;
  if (segments.components?.id !== id) return null;
  return { ...state, segments: { ...segments, components: { ...segments.components, failure } } };
}

/** The state with what the worker answered. */
export function segmentsReplied(state: State, reply: ComponentsReply | CostReply): State {
  if (reply.type === "cost") return costTold(state, reply);
  const { segments } = state;
  const { components } = segments;
  if (components?.id !== reply.id) return state;
  return { ...state, segments: { ...segments, components: { ...components, reply } } };
}
