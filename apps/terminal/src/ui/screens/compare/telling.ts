import type { State } from "../../state/state.ts";
import { type Step, still } from "../../state/step.ts";
import type { Result, Settings } from "../../work/protocol.ts";
import { sameSettings } from "../../work/settings.ts";
import { asking } from "./needs.ts";

/**
 * Once other segments are found than those that were shown, asks how much moved: the message line will say it. What was
 * done by hand needs no telling.
 */
export function telling(before: Result | null, state: State): Step {
  const { result: after } = state;
  const isOther = before !== null && after !== null && !sameSettings(found(before.settings), found(after.settings));
  return isOther ? asking(state, { before, after }, true) : still(state);
}

function found(settings: Settings): Settings {
  return { ...settings, edits: [] };
}
