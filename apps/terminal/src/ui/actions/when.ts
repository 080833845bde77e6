import type { ScreenName, State } from "../state/state.ts";

/** Nothing lies over the screen. */
export function isOpen(state: State): boolean {
  return state.dialog.kind === "none";
}

/** Nothing lies over the screen but help. */
export function isOpenOrHelp(state: State): boolean {
  return isOpen(state) || state.dialog.kind === "help";
}

/** Nothing lies over the screen, and it is one of these. */
export function on(...screens: readonly ScreenName[]): (state: State) => boolean {
  return (state) => isOpen(state) && screens.includes(state.screen);
}

/** There are segments, and nothing lies over them. */
export function hasResult(state: State): boolean {
  return isOpen(state) && state.result !== null;
}

/** There is a table, and nothing lies over the screen. */
export function hasTable(state: State): boolean {
  return isOpen(state) && state.opened !== null;
}

/** Nothing is under way that Esc would stop before it closes anything. */
export function isIdle({ work, writing }: State): boolean {
  return work.kind === "idle" && writing === null;
}

/** All of these. */
export function all(...conditions: readonly ((state: State) => boolean)[]): (state: State) => boolean {
  return (state) => conditions.every((holds) => holds(state));
}
