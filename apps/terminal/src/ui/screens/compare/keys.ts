import type { Action } from "../../actions/action.ts";

/** What keys do on this screen. */
export const COMPARE_ACTIONS: readonly Action[] = [];
