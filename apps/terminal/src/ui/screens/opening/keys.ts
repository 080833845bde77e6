import type { Action } from "../../actions/action.ts";

/** What keys do on this screen. */
export const OPENING_ACTIONS: readonly Action[] = [];
