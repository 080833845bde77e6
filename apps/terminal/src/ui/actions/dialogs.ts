import { closed } from "../state/dialog.ts";
import { inputOf, textOf } from "../state/input.ts";
import type { State } from "../state/state.ts";
import { type Step, still } from "../state/step.ts";
import type { Action, ActionGroup } from "./action.ts";
import { helpKeys, toggledHelp } from "./help.ts";
import { paletteKeys } from "./palette.ts";
import { isOpen, isOpenOrHelp } from "./when.ts";

/** What keys do in what lies over a screen, and those that bring it there: `groups` are what help and palette list. */
export function dialogActions(groups: () => readonly ActionGroup[]): readonly Action[] {
  return [
    {
      ...{ keys: ["?"], title: "this help, and back", label: "?", hint: { label: "?", text: "help", rank: 0 } },
      ...{ when: isOpenOrHelp, act: (state) => still(toggledHelp(state)) },
    },
    {
      ...{ keys: [":"], title: "every action by its name", label: ":", hint: { label: ":", text: "actions", rank: 9 } },
      when: isOpen,
      act: (state) => still({ ...state, dialog: { kind: "palette", input: inputOf(""), cursor: 0 } }),
    },
    ...helpKeys(groups),
    ...paletteKeys(groups),
    {
      ...{ keys: ["enter"], title: "take what was typed", label: null },
      ...{
        hint: { label: "Enter", text: "take it", rank: 0 },
        when: (state) => state.dialog.kind === "asking",
        act: taken,
      },
    },
    {
      ...{ keys: ["enter"], title: "yes", label: null },
      when: (state) => state.dialog.kind === "confirming",
      act: confirmed,
    },
    {
      ...{ keys: ["escape"], title: "close", label: null, hint: { label: "Esc", text: "back", rank: 2 } },
      when: (state) => !isOpen(state),
      act: (state) => still(closed(state)),
    },
  ];
}

function taken(state: State): Step {
  const { dialog } = state;
  if (dialog.kind !== "asking") return still(state);
  return dialog.take(closed(state), textOf(dialog.input));
}

function confirmed(state: State): Step {
  const { dialog } = state;
  return dialog.kind === "confirming" ? dialog.take(closed(state)) : still(state);
}
