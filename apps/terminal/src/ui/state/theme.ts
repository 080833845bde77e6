import type { State } from "./state.ts";
import { saying } from "./step.ts";

/** The colors for the other ground, and which one as a message. */
export function nextTheme(state: State): State {
  const theme = state.look.theme === "dark" ? "light" : "dark";
  const text =
    state.look.color === 0
      ? "There are no colors to change: NO_COLOR, --color or the terminal says so."
      : `Colors for a ${theme} ground.`;
  return saying({ ...state, look: { ...state.look, theme } }, text);
}
