import type { Action } from "../../actions/action.ts";

/** What keys do on this screen. */
export const EXPORT_ACTIONS: readonly Action[] = [];
