import type { Action } from "../../actions/action.ts";
import { all, hasResult, on } from "../../actions/when.ts";
import { still } from "../../state/step.ts";
import { showsSegment } from "../customers/reducer.ts";
import { withNextAxis } from "./reducer.ts";

const onSegments = all(on("segments"), hasResult);

/** What keys do on this screen. */
export const SEGMENTS_ACTIONS: readonly Action[] = [
  {
    ...{ keys: ["enter"], title: "the customers of the segment", label: "Enter" },
    ...{ hint: { label: "Enter", text: "customers", rank: 3 }, when: onSegments },
    act: (state) => still(showsSegment(state)),
  },
  {
    ...{ keys: ["x"], title: "other columns in the picture", label: "x X" },
    ...{ hint: { label: "x X", text: "axes", rank: 12 }, when: onSegments },
    act: (state) => still(withNextAxis(state, "x")),
  },
  {
    ...{ keys: ["X"], title: "another column up the picture", label: null, when: onSegments },
    act: (state) => still(withNextAxis(state, "y")),
  },
];
