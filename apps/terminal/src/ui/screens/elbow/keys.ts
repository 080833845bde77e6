import type { Action } from "../../actions/action.ts";
import { all, hasTable, on } from "../../actions/when.ts";
import { layoutOf } from "../../layout.ts";
import { copying } from "../../state/copy.ts";
import type { State } from "../../state/state.ts";
import { elbowText } from "./copied.ts";
import { pointsShown } from "./points.ts";
import { takeK, turnedElbow } from "./reducer.ts";

const hasPoints = all(on("elbow"), hasTable, (state) => pointsShown(state).length > 0);

function isOnePane({ size }: State): boolean {
  const layout = layoutOf(size);
  return layout.kind === "screen" && layout.panes === "one";
}

/** What keys do on this screen. */
export const ELBOW_ACTIONS: readonly Action[] = [
  {
    ...{ keys: ["enter"], title: "take this number of segments", label: "Enter" },
    hint: { label: "Enter", text: "take k", rank: 3 },
    when: hasPoints,
    act: takeK,
  },
  {
    ...{ keys: ["tab"], title: "table, curve or words, where one fits", label: "Tab" },
    ...{ hint: { label: "Tab", text: "curve, why", rank: 4 }, when: all(hasPoints, isOnePane), act: turnedElbow },
  },
  {
    ...{ keys: ["y"], title: "copy the table of the curve", label: "y", when: hasPoints },
    act: (state) => copying(state, elbowText(state), "the table of the curve, with tabs between its cells"),
  },
];
