import { layoutOf } from "../../layout.ts";
import { along, type Motion, target } from "../../state/move.ts";
import type { State } from "../../state/state.ts";
import { type Step, still } from "../../state/step.ts";
import { pageLines } from "./page.ts";
import { panelLines } from "./panel.ts";

/** The state after the cursor has moved among the columns, or what is read has scrolled. */
export function movedData(state: State, motion: Motion, page: number): State {
  const { data, opened } = state;
  const columns = opened?.table.columns.length ?? 0;
  const isSideways = motion === "left" || motion === "right";
  if (data.pane === "page" && isSideways) {
    return { ...state, data: { ...data, column: target(along(motion), data.column, columns, page), top: 0 } };
  }
  if (data.pane === "columns") {
    return { ...state, data: { ...data, column: target(motion, data.column, columns, page), top: 0 } };
  }
  const { width } = layoutOf(state.size);
  const lines = data.pane === "page" ? pageLines(state, width, page) : panelLines(state, width);
  // Headline and message may take some lines of the page: the last line is to be reached even so.
  const tops = Math.max(1, lines.length - Math.floor(page / 2));
  return { ...state, data: { ...data, top: target(motion, data.top, tops, page) } };
}

/** The page of the column under the cursor, or the list again. */
export function turnedPage(state: State): Step {
  const pane = state.data.pane === "page" ? "columns" : "page";
  return still({ ...state, data: { ...state.data, pane, top: 0 } });
}

/** From the list to what is said beside it, and back. */
export function turnedPane(state: State): Step {
  const pane = state.data.pane === "notes" ? "columns" : "notes";
  return still({ ...state, data: { ...state.data, pane, top: 0 } });
}
