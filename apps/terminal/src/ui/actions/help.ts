import { helpLines } from "../frame/help.ts";
import { dialogHeight, layoutOf } from "../layout.ts";
import { closed } from "../state/dialog.ts";
import { type Motion, target } from "../state/move.ts";
import type { State } from "../state/state.ts";
import { still } from "../state/step.ts";
import type { Action, ActionGroup } from "./action.ts";
import { MOTION_KEYS } from "./motions.ts";

const MOTIONS: readonly Motion[] = ["up", "down", "pageUp", "pageDown", "first", "last"];

/** Keys that scroll the help. */
export function helpKeys(groups: () => readonly ActionGroup[]): readonly Action[] {
  return MOTIONS.map((motion) => ({
    ...{ keys: MOTION_KEYS[motion], title: "scroll the help", label: null },
    ...(motion === "up" ? { hint: { label: "↑↓", text: "scroll", rank: 3 } } : {}),
    when: (state) => state.dialog.kind === "help",
    act: (state) => still(scrolled(state, motion, groups())),
  }));
}

/** The help over the screen, or away again. */
export function toggledHelp(state: State): State {
  return state.dialog.kind === "help" ? closed(state) : { ...state, dialog: { kind: "help", top: 0 } };
}

function scrolled(state: State, motion: Motion, groups: readonly ActionGroup[]): State {
  const { dialog, size, screen } = state;
  if (dialog.kind !== "help") return state;
  const layout = layoutOf(size);
  const shown = dialogHeight(layout) - 1;
  const tops = helpLines(groups, screen, layout.width).length - shown + 1;
  return { ...state, dialog: { kind: "help", top: target(motion, dialog.top, tops, Math.max(1, shown - 1)) } };
}
