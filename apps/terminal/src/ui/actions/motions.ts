import { SCREENS } from "../screens/screens.ts";
import { type Motion, pageOf } from "../state/move.ts";
import type { State } from "../state/state.ts";
import { still } from "../state/step.ts";
import type { Action } from "./action.ts";
import type { KeyName } from "./keys.ts";
import { isOpen } from "./when.ts";

/** The keys of the motions, on screens and in help. */
export const MOTION_KEYS: Readonly<Record<Motion, readonly KeyName[]>> = {
  ...{ up: ["up", "k"], down: ["down", "j"], pageUp: ["pageUp"], pageDown: ["pageDown"] },
  ...{ first: ["g", "home"], last: ["G", "end"], left: ["left", "h"], right: ["right", "l"] },
};

/** What moves the cursor of a screen. */
export const MOTIONS: readonly Action[] = [
  { ...move("up", "up"), label: "↑ ↓ k j", listed: "move", hint: { label: "↑↓", text: "move", rank: 11 } },
  move("down", "down"),
  { ...move("pageUp", "a page up"), label: "PgUp PgDn", listed: "a page up, down" },
  move("pageDown", "a page down"),
  { ...move("first", "to the first"), label: "g G", listed: "to the first, the last" },
  move("last", "to the last"),
  { ...move("left", "to the left"), label: "← → h l", listed: "to the left, the right" },
  move("right", "to the right"),
];

function move(motion: Motion, title: string): Action {
  return {
    ...{ keys: MOTION_KEYS[motion], title, label: null, when: isOpen },
    act: (state) => still(moved(state, motion)),
  };
}

function moved(state: State, motion: Motion): State {
  return SCREENS[state.screen].moved(state, motion, pageOf(state));
}
