import type { Action } from "../../actions/action.ts";
import { all, hasResult, on } from "../../actions/when.ts";
import type { State } from "../../state/state.ts";
import { still } from "../../state/step.ts";
import { askPath, copyCommand, ticked, write } from "./reducer.ts";

const onExport = all(on("export"), hasResult);
const isWriting = (state: State): boolean => state.writing !== null;

/** What keys do on this screen. */
export const EXPORT_ACTIONS: readonly Action[] = [
  {
    ...{ keys: ["space"], title: "tick what is to be written", label: "Space" },
    ...{ hint: { label: "Space", text: "tick", rank: 3 }, when: onExport, act: (state) => still(ticked(state)) },
  },
  {
    ...{ keys: ["enter"], title: "say where to write it", label: "Enter" },
    ...{ hint: { label: "Enter", text: "path", rank: 4 }, when: onExport, act: (state) => still(askPath(state)) },
  },
  {
    ...{ keys: ["w"], title: "write all that is ticked", label: "w", hint: { label: "w", text: "write", rank: 2 } },
    ...{ when: all(onExport, (state) => !isWriting(state)), act: (state) => write(state) },
  },
  {
    ...{ keys: ["y"], title: "copy the command line that does the same", label: "y" },
    ...{ hint: { label: "y", text: "copy", rank: 5 }, when: onExport, act: copyCommand },
  },
];
