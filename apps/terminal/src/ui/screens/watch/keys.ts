import type { Action } from "../../actions/action.ts";

/** What keys do on this screen. */
export const WATCH_ACTIONS: readonly Action[] = [];
