import type { Action } from "../../actions/action.ts";
import { all, hasTable, on } from "../../actions/when.ts";
import { nextScale, toggled } from "./what-if.ts";

const onData = all(on("data"), hasTable);

/** What keys do on this screen. */
export const DATA_ACTIONS: readonly Action[] = [
  {
    ...{ keys: ["space"], title: "take or leave the column", label: "Space" },
    ...{ hint: { label: "Space", text: "take", rank: 3 }, when: onData, act: toggled },
  },
  {
    ...{ keys: ["s"], title: "next scaling: standard, robust, minmax, none", label: "s" },
    ...{ hint: { label: "s", text: "scaling", rank: 5 }, when: onData, act: nextScale },
  },
];
