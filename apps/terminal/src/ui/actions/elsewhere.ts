import { SCREENS } from "../screens/screens.ts";
import { type ScreenName, type State, TABS } from "../state/state.ts";
import type { ActionGroup } from "./action.ts";
import { type KeyName, keyLabel } from "./keys.ts";
import { isOpen } from "./when.ts";

/**
 * What to say of a key that does nothing here and now: what it does on another screen, or did another time. Null where it
 * never does anything, while something lies over the screen or the first run has its progress there, and for keys with a name (Enter, Tab), which choose and close.
 */
export function elsewhere(state: State, key: KeyName, groups: readonly ActionGroup[]): string | null {
  const isFirstRun = state.result === null && state.work.kind !== "idle";
  if (!isOpen(state) || state.opened === null || isFirstRun || Array.from(key).length > 1) return null;
  const here = groups.filter(({ screen }) => screen === state.screen || screen === null);
  for (const { screen, actions } of [...here, ...groups]) {
    const action = actions.find(({ keys }) => keys.includes(key));
    if (action === undefined) continue;
    const what = `${keyLabel(key)}: ${action.title}`;
    return screen === state.screen || screen === null
      ? `${what}. Now it does nothing.`
      : `${what}, on ${place(screen)}.`;
  }
  return null;
}

/** A screen and the key that leads there. */
function place(screen: ScreenName): string {
  const tab = TABS.map(String).indexOf(screen);
  return `${SCREENS[screen].title} (${tab < 0 ? WAYS[screen] : tab + 1})`;
}

const WAYS: Readonly<Partial<Record<ScreenName, string>>> = { watch: "p", opening: "O" };
