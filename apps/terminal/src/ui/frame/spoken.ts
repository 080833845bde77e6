import { counted } from "../../text/number.ts";
import { visible } from "../../text/visible.ts";
import { SCREENS } from "../screens/screens.ts";
import { textOf } from "../state/input.ts";
import { type State, TABS } from "../state/state.ts";
import type { Line } from "../text/line.ts";
import { frame } from "./frame.ts";

/** Lines are written for this width, whatever the window's: a screen reader knows none. */
const WIDTH = 100;
const LEAST_HEIGHT = 40;

const SELECTED = "Selected: ";

/** What stands in the way of the ear: rules, bars, dots and marks. What they say, words beside them say too. */
const DRAWN = /[\u2500-\u259f\u25c6\u25cf\u2800-\u28ff]/g;

/** The screen for a screen reader: words without pictures, rules or columns, a thing a line, what is selected said to be so. */
export function spoken(state: State): readonly string[] {
  const size = { columns: WIDTH, rows: Math.max(LEAST_HEIGHT, state.size.rows) };
  const lines = frame({ ...state, size, look: { ...state.look, reader: true } });
  // Header and footer have words of their own here; a line that is typed is written apart, not anew with each letter.
  const said = lines.slice(1, spokenPrompt(state) === "" ? -1 : -2).map(wordsOf);
  return [
    place(state),
    ...said.filter((text) => text !== ""),
    "? tells the keys, : every action by its name, q quits.",
  ];
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
    .replace(/ {2,}/g, ", ");
  return isSelected ? SELECTED + words : words;
}
