import { dialogHeight, layoutOf } from "../layout.ts";
import { closed } from "../state/dialog.ts";
import { textOf } from "../state/input.ts";
import { type Motion, target } from "../state/move.ts";
import type { State } from "../state/state.ts";
import { type Step, saying, still } from "../state/step.ts";
import type { Action, ActionGroup } from "./action.ts";
import { type KeyName, keyLabel } from "./keys.ts";
import { MOTIONS } from "./motions.ts";

const KEYS: readonly (readonly [KeyName, Motion])[] = [
  ["up", "up"],
  ["down", "down"],
  ["pageUp", "pageUp"],
  ["pageDown", "pageDown"],
];

/** Keys that choose among the actions of the palette, and do the one chosen. All others are typed. */
export function paletteKeys(groups: () => readonly ActionGroup[]): readonly Action[] {
  const isPalette = (state: State): boolean => state.dialog.kind === "palette";
  return [
    {
      ...{ keys: ["enter"], title: "do it", label: null, hint: { label: "Enter", text: "do it", rank: 0 } },
      ...{ when: isPalette, act: (state) => done(state, groups()) },
    },
    ...KEYS.map(
      ([key, motion]): Action => ({
        ...{ keys: [key], title: "another action", label: null, when: isPalette },
        ...(motion === "up" ? { hint: { label: "↑↓", text: "choose", rank: 1 } } : {}),
        act: (state) => still(moved(state, motion, groups())),
      }),
    ),
  ];
}

/**
 * The actions that can be done where the palette was called, and whose title or key holds every word that was typed: what goes
 * best with them first, then those of the screen. What moves a cursor, or belongs to what lies over screens, is left to its keys.
 */
export function choices(state: State, groups: readonly ActionGroup[]): readonly Action[] {
  const { dialog } = state;
  if (dialog.kind !== "palette") return [];
  const below = closed(state);
  const words = textOf(dialog.input)
    .toLowerCase()
    .split(" ")
    .filter((word) => word !== "");
  return [...groups.slice(1), ...groups.slice(0, 1)]
    .flatMap(({ actions }) => actions)
    .filter((action) => action.when(below) && !action.keys.includes(":") && !MOTIONS.includes(action))
    .map((action) => ({ action, match: matchOf(action, words) }))
    .filter(({ match }) => match !== null)
    .sort((a, b) => a.match! - b.match!)
    .map(({ action }) => action);
}

/** How well an action goes with what was typed: 0 its key, 1 the beginnings of its words, 2 parts of them, null not at all. */
function matchOf({ title, keys }: Action, words: readonly string[]): number | null {
  const labels = keys.map((key) => keyLabel(key).toLowerCase());
  if (words.length === 1 && labels.includes(words[0]!)) return 0;
  const text = ` ${title} ${labels.join(" ")}`.toLowerCase();
  if (words.every((word) => text.includes(` ${word}`))) return 1;
  return words.every((word) => text.includes(word)) ? 2 : null;
}

function done(state: State, groups: readonly ActionGroup[]): Step {
  const { dialog } = state;
  const known = choices(state, groups);
  const chosen = dialog.kind === "palette" ? known[Math.min(dialog.cursor, known.length - 1)] : undefined;
  return chosen === undefined ? still(saying(state, "No action has these words.")) : chosen.act(closed(state));
}

function moved(state: State, motion: Motion, groups: readonly ActionGroup[]): State {
  const { dialog } = state;
  if (dialog.kind !== "palette") return state;
  const page = Math.max(1, dialogHeight(layoutOf(state.size)) - 2);
  const cursor = target(motion, dialog.cursor, choices(state, groups).length, page);
  return { ...state, dialog: { ...dialog, cursor } };
}
