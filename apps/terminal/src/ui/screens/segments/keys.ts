import type { Action } from "../../actions/action.ts";
import { all, hasResult, on } from "../../actions/when.ts";
import { copying } from "../../state/copy.ts";
import type { State } from "../../state/state.ts";
import { type Step, still } from "../../state/step.ts";
import { showsSegment } from "../customers/reducer.ts";
import { cardOf } from "./card/card.ts";
import { cardWords } from "./card/words.ts";
import { askName, askNote } from "./editing/naming.ts";
import { askMerge, askSplit } from "./editing/regrouping.ts";
import { turnedPage, withNextAxis, withOtherPicture } from "./reducer.ts";
import { hasPages } from "./view.ts";

const onSegments = all(on("segments"), hasResult);

/** What keys do on this screen. */
export const SEGMENTS_ACTIONS: readonly Action[] = [
  {
    ...{ keys: ["enter"], title: "the customers of the segment", label: "Enter" },
    ...{ hint: { label: "Enter", text: "customers", rank: 3 }, when: onSegments },
    act: (state) => still(showsSegment(state)),
  },
  {
    ...{ keys: ["tab"], title: "the next page: picture, who they are, what to do", label: "Tab" },
    ...{ hint: { label: "Tab", text: "more", rank: 2 }, when: all(onSegments, hasPages) },
    act: (state) => still(turnedPage(state)),
  },
  {
    ...{ keys: ["n"], title: "rename the segment", label: "n", hint: { label: "n", text: "name", rank: 5 } },
    ...{ when: onSegments, act: askName },
  },
  {
    ...{ keys: ["N"], title: "a note on the segment", label: "N", hint: { label: "N", text: "note", rank: 10 } },
    ...{ when: onSegments, act: askNote },
  },
  {
    ...{ keys: ["m"], title: "merge the segment with another", label: "m" },
    ...{ hint: { label: "m", text: "merge", rank: 9 }, when: onSegments, act: askMerge },
  },
  {
    ...{ keys: ["S"], title: "split the segment in two", label: "S" },
    ...{ hint: { label: "S", text: "split", rank: 9 }, when: onSegments, act: askSplit },
  },
  {
    ...{ keys: ["x"], title: "another column along the picture", label: "x X", listed: "other columns in the picture" },
    ...{ hint: { label: "x X", text: "axes", rank: 12 }, when: onSegments },
    act: (state) => still(withNextAxis(state, "x")),
  },
  {
    ...{ keys: ["X"], title: "another column up the picture", label: null, when: onSegments },
    act: (state) => still(withNextAxis(state, "y")),
  },
  {
    ...{ keys: ["P"], title: "principal components in the picture, or columns", label: "P" },
    ...{ hint: { label: "P", text: "components", rank: 12 }, when: onSegments },
    act: (state) => still(withOtherPicture(state)),
  },
  {
    ...{ keys: ["y"], title: "copy what is told of the segment", label: "y" },
    ...{ hint: { label: "y", text: "copy", rank: 13 }, when: onSegments, act: copied },
  },
];

function copied(state: State): Step {
  const card = cardOf(state);
  return card === null
    ? still(state)
    : copying(state, cardWords(card).join("\n"), `the card of ${card.segment.letter}`);
}
