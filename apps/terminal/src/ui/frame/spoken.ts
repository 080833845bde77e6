import { counted } from "../../text/number.ts";
import { visible } from "../../text/visible.ts";
import { GROUPS } from "../actions/actions.ts";
import type { Size } from "../layout.ts";
import { SCREENS } from "../screens/screens.ts";
import { textOf } from "../state/input.ts";
import { type State, TABS } from "../state/state.ts";
import type { Line } from "../text/line.ts";
import { footer } from "./footer.ts";
import { frame } from "./frame.ts";
import { readHelp } from "./help.ts";

/** The size that lines are written for, whatever the window's: wide, that nothing is cut, and no longer than one listens. */
const SIZE: Size = { columns: 180, rows: 30 };

const SELECTED = "Selected: ";

/** What stands in the way of the ear: rules, bars, dots and marks. What they say, words beside them say too. */
const DRAWN = /[\u2500-\u259f\u25c6\u25cf\u2800-\u28ff]/g;

/** The screen for a screen reader: words without pictures, rules or columns, a thing a line, what is selected said to be so. */
export function spoken(state: State): readonly string[] {
  if (state.dialog.kind === "help") return [...readHelp(GROUPS, state.screen).map(wordsOf), keys(state)];
  const lines = frame({ ...state, size: SIZE, look: { ...state.look, reader: true } });
  // Header and footer have words of their own here; a line that is typed is written apart, not anew with each letter.
  const said = lines.slice(1, spokenPrompt(state) === "" ? -1 : -2).map(wordsOf);
  return [place(state), ...said.filter((text) => text !== ""), keys(state)];
}

/** The line that is being typed, empty where there is none. */
export function spokenPrompt({ dialog }: State): string {
  switch (dialog.kind) {
    case "asking":
      return visible(`${dialog.label}: ${textOf(dialog.input)}`);
    case "palette":
      return visible(`Action: ${textOf(dialog.input)}`);
    case "none":
    case "help":
    case "confirming":
      return "";
    default:
      return dialog satisfies never;
  }
}

/** Of what is said now, what was not said before. A line that is merely no longer selected is no news. */
export function news(before: readonly string[], now: readonly string[]): readonly string[] {
  const known = new Set([...before, ...before.map((text) => text.replace(SELECTED, ""))]);
  return now.filter((text) => !known.has(text));
}

/** How to learn the keys; where something is asked, the keys that answer. */
function keys(state: State): string {
  if (state.dialog.kind === "none") return "Question mark tells the keys, colon every action by its name, q quits.";
  if (state.dialog.kind === "help") return "Escape goes back.";
  return wordsOf(footer(state, SIZE.columns));
}

function place({ screen, opened, source }: State): string {
  const tab = TABS.map(String).indexOf(screen);
  const where = tab < 0 ? "" : `, ${tab + 1} of ${TABS.length}`;
  const table =
    opened === null ? "" : `, ${counted(opened.table.rows, "row")}, ${counted(opened.table.columns.length, "column")}`;
  return visible(`Screen ${SCREENS[screen].title}${where}.${source === null ? "" : ` ${source}${table}.`}`);
}

function wordsOf(line: Line): string {
  const text = line.map((span) => (span.style.picture ? " " : span.text)).join("");
  const isSelected = text.trimStart().startsWith("▸");
  const words = text
    .replace("▸", "")
    .replaceAll("[✓]", "taken")
    .replaceAll("[ ]", "not taken")
    .replace(DRAWN, " ")
    .trim()
    .replace(/(?<=[.:;,!?]) {2,}/g, " ")
    .replace(/ {2,}/g, ", ");
  return isSelected ? SELECTED + words : words;
}
