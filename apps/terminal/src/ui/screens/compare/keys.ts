import type { Action } from "../../actions/action.ts";
import { all, on } from "../../actions/when.ts";
import { still } from "../../state/step.ts";
import { pairOf } from "./pair.ts";
import { copied, nextPane } from "./reducer.ts";

const comparing = all(on("compare"), (state) => pairOf(state) !== null);

/** What keys do on this screen. */
export const COMPARE_ACTIONS: readonly Action[] = [
  {
    ...{ keys: ["tab"], title: "between runs, cross table and who moved", label: "Tab", when: comparing },
    ...{ hint: { label: "Tab", text: "pane", rank: 6 }, act: (state) => still(nextPane(state)) },
  },
  {
    ...{ keys: ["y"], title: "copy the cross table", label: "y", when: comparing, act: copied },
    hint: { label: "y", text: "copy table", rank: 7 },
  },
];
