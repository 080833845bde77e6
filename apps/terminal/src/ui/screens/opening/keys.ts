import type { Action } from "../../actions/action.ts";
import { all, isIdle, on } from "../../actions/when.ts";
import { still } from "../../state/step.ts";
import {
  askCompletion,
  askFilter,
  askPath,
  backFrom,
  canGoBack,
  chosen,
  filtered,
  isTypingPath,
  resorted,
  toParent,
} from "./reducer.ts";

const here = on("opening");

/** What keys do on this screen. */
export const OPENING_ACTIONS: readonly Action[] = [
  {
    ...{ keys: ["enter"], title: "open the table, enter the folder", label: "Enter", when: here, act: chosen },
    hint: { label: "Enter", text: "open", rank: 2 },
  },
  {
    ...{ keys: ["backspace"], title: "to the parent folder", label: "Backspace", when: here },
    ...{ hint: { label: "Backspace", text: "up", rank: 5 }, act: (state) => still(toParent(state)) },
  },
  {
    ...{ keys: ["/"], title: "only names with a text in them", label: "/", when: here },
    ...{ hint: { label: "/", text: "filter", rank: 5 }, act: (state) => still(askFilter(state)) },
  },
  {
    ...{ keys: ["~"], title: "type the path of a table or folder", label: "~", when: here },
    ...{ hint: { label: "~", text: "type a path", rank: 6 }, act: (state) => still(askPath(state)) },
  },
  {
    ...{ keys: ["o"], title: "tables by name, or the newest first", label: "o", when: here },
    ...{ hint: { label: "o", text: "sort", rank: 7 }, act: (state) => still(resorted(state)) },
  },
  {
    ...{ keys: ["tab"], title: "go on with the path that is typed", label: "Tab", when: isTypingPath },
    ...{ hint: { label: "Tab", text: "go on", rank: 1 }, act: (state) => still(askCompletion(state)) },
  },
  {
    ...{ keys: ["escape"], title: "show every name again", label: null },
    hint: { label: "Esc", text: "show all", rank: 2 },
    when: all(here, isIdle, ({ opening }) => opening.filter !== ""),
    act: (state) => still(filtered(state, "")),
  },
  {
    ...{ keys: ["escape"], title: "back to the open table", label: "Esc" },
    hint: { label: "Esc", text: "back", rank: 2 },
    when: all(here, isIdle, canGoBack, ({ opening }) => opening.filter === ""),
    act: backFrom,
  },
];
