import { type Motion, target } from "../../state/move.ts";
import type { State } from "../../state/state.ts";

/** The state after the cursor has moved among customers, or the columns sideways. */
export function movedCustomers(state: State, motion: Motion, page: number): State {
  const { customers } = state;
  if (motion === "left" || motion === "right") {
    const last = Math.max(0, (state.opened?.table.columns.length ?? 0) - 2);
    const scrolled = Math.min(last, Math.max(0, customers.scrolled + (motion === "left" ? -1 : 1)));
    return { ...state, customers: { ...customers, scrolled } };
  }
  const size = state.result?.segmentation.segments[state.segment]?.size ?? 0;
  return { ...state, customers: { ...customers, cursor: target(motion, customers.cursor, size, page) } };
}
