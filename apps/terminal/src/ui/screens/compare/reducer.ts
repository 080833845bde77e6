import { copying } from "../../state/copy.ts";
import { along, type Motion, target } from "../../state/move.ts";
import type { State } from "../../state/state.ts";
import { type Step, saying, still } from "../../state/step.ts";
import { crossTsv } from "./cross-text.ts";
import { comparisonOf, otherRuns, pairOf } from "./pair.ts";
import { type CompareState, PANES } from "./state.ts";

/** The state after moving: among the runs, down the cross table, or down those who moved; sideways in the cross table. */
export function movedCompare(state: State, motion: Motion, page: number): State {
  const pair = pairOf(state);
  if (pair === null) return state;
  const { compare } = state;
  const found = comparisonOf(state, pair);
  if (motion === "left" || motion === "right") {
    const columns = pair.after.segmentation.k;
    const left = target(along(motion), compare.left, columns, 1);
    return withCompare(state, { left });
  }
  switch (compare.pane) {
    case "runs": {
      const others = otherRuns(state);
      const chosen = others[target(motion, others.indexOf(pair.before), others.length, page)];
      return withCompare(state, { chosen: chosen?.run ?? null });
    }
    case "table":
      return withCompare(state, { row: target(motion, compare.row, found?.counts.length ?? 0, page) });
    case "flows":
      return withCompare(state, { flow: target(motion, compare.flow, found?.flows.length ?? 0, page) });
    default:
      return compare.pane satisfies never;
  }
}

/** The next pane has up and down. */
export function nextPane(state: State): State {
  return withCompare(state, { pane: PANES[(PANES.indexOf(state.compare.pane) + 1) % PANES.length]! });
}

/** Copies the cross table. */
export function copied(state: State): Step {
  const pair = pairOf(state);
  const comparison = pair === null ? null : comparisonOf(state, pair);
  if (pair === null || comparison === null) return still(saying(state, "There is no cross table to copy yet."));
  return copying(state, crossTsv(comparison, pair), "the cross table");
}

function withCompare(state: State, change: Partial<CompareState>): State {
  return { ...state, compare: { ...state.compare, ...change } };
}
