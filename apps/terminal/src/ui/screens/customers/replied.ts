import type { State } from "../../state/state.ts";
import type { CustomersReply, PlacedReply, TextsReply } from "../../work/customers/protocol.ts";

/** The state where the customers that were asked for will not come; null where the failed work was another. */
export function customersFailed(state: State, id: number): State | null {
  const { customers } = state;
  if (customers.asked?.id !== id) return null;
  return { ...state, customers: { ...customers, asked: { ...customers.asked, failed: true } } };
}

/** The state with what the worker answered; answers to older questions change nothing. */
export function customersReplied(state: State, reply: CustomersReply | PlacedReply | TextsReply): State {
  const { customers } = state;
  switch (reply.type) {
    case "customers":
      if (customers.asked?.id !== reply.id) return state;
      return { ...state, customers: { ...customers, answer: { id: reply.id, rows: reply.rows } } };
    case "placed":
      return { ...state, customers: { ...customers, places: reply.places } };
    case "texts": {
      if (customers.texts?.id !== reply.id) return state;
      const held = new Map(reply.columns.map(({ column, texts }) => [column, texts]));
      return { ...state, customers: { ...customers, texts: { id: reply.id, held } } };
    }
    default:
      return reply satisfies never;
  }
}
