import { layoutOf } from "../layout.ts";
import { ACTIONS } from "./actions.ts";
import type { Motion } from "./event.ts";
import type { State } from "./state.ts";

/** The state after the cursor of what takes the keys has moved: the help's, or the screen's. */
export function moved(state: State, motion: Motion): State {
  if (state.dialog.kind === "help") {
    return { ...state, dialog: { kind: "help", top: target(motion, state.dialog.top, ACTIONS.length, page(state)) } };
  }
  const to = (now: number, count: number): number => target(motion, now, count, page(state));
  switch (state.screen) {
    case "data":
      return { ...state, column: to(state.column, state.opened?.table.columns.length ?? 0) };
    case "elbow":
      return { ...state, point: to(state.point, state.curve?.points.length ?? 0) };
    case "segments": {
      const segment = to(state.segment, state.result?.segmentation.segments.length ?? 0);
      return segment === state.segment ? state : { ...state, segment, customer: 0 };
    }
    case "customers": {
      if (motion === "left" || motion === "right") return scrolled(state, motion);
      const size = state.result?.segmentation.segments[state.segment]?.size ?? 0;
      return { ...state, customer: to(state.customer, size) };
    }
    default:
      return state.screen satisfies never;
  }
}

function page(state: State): number {
  const layout = layoutOf(state.size);
  return layout.kind === "screen" ? Math.max(1, layout.bodyHeight - 3) : 1;
}

function target(motion: Motion, now: number, count: number, page: number): number {
  const last = Math.max(0, count - 1);
  const to: Readonly<Record<Motion, number>> = {
    ...{ up: now - 1, down: now + 1, pageUp: now - page, pageDown: now + page, first: 0, last },
    ...{ left: now, right: now },
  };
  return Math.min(last, Math.max(0, to[motion]));
}

function scrolled(state: State, motion: "left" | "right"): State {
  const last = Math.max(0, (state.opened?.table.columns.length ?? 0) - 2);
  return { ...state, scrolled: Math.min(last, Math.max(0, state.scrolled + (motion === "left" ? -1 : 1))) };
}
