import type { Action } from "../../actions/action.ts";
import { all, hasResult, on } from "../../actions/when.ts";
import { takeK } from "./reducer.ts";

/** What keys do on this screen. */
export const ELBOW_ACTIONS: readonly Action[] = [
  {
    ...{ keys: ["enter"], title: "take this number of segments", label: "Enter" },
    hint: { label: "Enter", text: "take k", rank: 3 },
    when: all(on("elbow"), hasResult, (state) => state.curve !== null),
    act: takeK,
  },
];
