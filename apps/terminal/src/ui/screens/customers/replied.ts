import type { State } from "../../state/state.ts";
import type { CustomersReply } from "../../work/customers/protocol.ts";

/** The state with what the worker answered. */
export function customersReplied(state: State, _reply: CustomersReply): State {
  return state;
}
