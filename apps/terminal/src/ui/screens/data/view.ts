import type { Opened, State } from "../../state/state.ts";
import { beside, block, type Line, line, rule } from "../../text/line.ts";
import { paragraph } from "../../text/paragraph.ts";
import type { Room } from "../screen.ts";
import { pendingSentence } from "./asked/pending.ts";
import { columnUnderCursor } from "./asked/taken.ts";
import { columnList } from "./list/list.ts";
import { pageLines } from "./page.ts";
import { columnWords, panelLines } from "./panel.ts";

/** Titles of the list and the rule over what is said below it. */
const LINES_AROUND_LIST = 2;
const LEAST_PANEL = 8;
const NARROWEST_PANEL = 38;
const WIDEST_PANEL = 62;

/** The columns of the file, which are clustered by, what is done to them, and all that is to be known of the data. */
export function dataView(state: State, { width, height, panes }: Room): Line[] {
  const { opened, data } = state;
  if (opened === null) return block([], width, height);
  if (data.pane === "page") return scrolled(pageLines(state, width, height), data.top, width, height);
  // What stands side by side is read aloud line by line.
  if (panes === "columns" && !state.look.reader) return twoColumns(state, opened, width, height);
  if (data.pane === "notes") return scrolled(panelLines(state, width), data.top, width, height);
  const isHigh = (panes !== "one" || state.look.reader) && height >= 2 * LEAST_PANEL;
  return isHigh ? stacked(state, opened, width, height) : onePane(state, opened, width, height);
}

function twoColumns(state: State, opened: Opened, width: number, height: number): Line[] {
  const right = Math.max(NARROWEST_PANEL, Math.min(WIDEST_PANEL, Math.floor(width * 0.33)));
  const left = Math.max(0, width - right - 1);
  const lines = panelLines(state, right);
  const top = state.data.pane === "notes" ? state.data.top : 0;
  return block(beside(columnList(state, opened, left, height), scrolled(lines, top, right, height)), width, height);
}

function stacked(state: State, opened: Opened, width: number, height: number): Line[] {
  const listed = Math.min(opened.table.columns.length + LINES_AROUND_LIST, height - LEAST_PANEL - 1);
  const below = scrolled(panelLines(state, width), 0, width, height - listed - 1);
  return [...columnList(state, opened, width, listed), ...block([rule([], width)], width, 1), ...below];
}

/** The list, and below it the one thing that matters most: what waits for a run, else why the column was taken or left. */
function onePane(state: State, opened: Opened, width: number, height: number): Line[] {
  const described = columnUnderCursor(state);
  const said = pendingSentence(state) ?? (described === null ? "" : (columnWords(state, described)[0] ?? ""));
  const words = height < 5 ? [] : paragraph(said, width, { bold: pendingSentence(state) !== null }).slice(0, 2);
  const listed = height - words.length;
  return block([...columnList(state, opened, width, listed), ...words], width, height);
}

/** The lines from `top` on that fit; where some are left, the last one says so. */
function scrolled(lines: readonly Line[], top: number, width: number, height: number): Line[] {
  const first = Math.min(top, Math.max(0, lines.length - height));
  const shown = lines.slice(first, first + height);
  const after = lines.length - first - shown.length;
  if (after > 0 && height > 1) shown[height - 1] = line(` ↓ ${after + 1} more lines`);
  return block(shown, width, height);
}
