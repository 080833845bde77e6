import { SCREEN_ORDER, SCREENS } from "../screens/screens.ts";
import type { State } from "../state/state.ts";
import type { Action, ActionGroup } from "./action.ts";
import { dialogActions } from "./dialogs.ts";
import { EVERYWHERE } from "./everywhere.ts";
import type { KeyName } from "./keys.ts";

/** Every action, in the order of the help. */
export const GROUPS: readonly ActionGroup[] = [
  { title: "Everywhere", screen: null, actions: [...dialogActions(() => GROUPS), ...EVERYWHERE] },
  ...SCREEN_ORDER.map((screen) => ({ title: SCREENS[screen].title, screen, actions: SCREENS[screen].actions })),
];

/** The same in the order in which keys are looked up: a screen's own come before those of everywhere. */
const ACTIONS: readonly Action[] = [...GROUPS.slice(1), ...GROUPS.slice(0, 1)].flatMap(({ actions }) => actions);

/** What can be done now, each key's first. */
export function possible(state: State): readonly Action[] {
  return ACTIONS.filter((action) => action.when(state));
}

/** What a key does now, null where it does nothing but is typed. */
export function actionOf(state: State, key: KeyName): Action | null {
  return ACTIONS.find(({ keys, when }) => keys.includes(key) && when(state)) ?? null;
}
