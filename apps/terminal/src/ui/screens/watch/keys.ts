import type { Action } from "../../actions/action.ts";
import { all, hasResult, on } from "../../actions/when.ts";
import { copying } from "../../state/copy.ts";
import type { State } from "../../state/state.ts";
import { type Step, still } from "../../state/step.ts";
import { recordText } from "./record.ts";
import { anotherStart, leave, movedWatch, togglePlaying } from "./reducer.ts";

const onWatch = all(on("watch"), hasResult);
const hasFilm = (state: State): boolean => state.watch.shown.kind === "film";
const isPlaying = (state: State): boolean => state.watch.playing;
const isListed = ({ look }: State): boolean => look.reader;

/** What keys do on this screen. */
export const WATCH_ACTIONS: readonly Action[] = [
  {
    ...{ keys: ["space"], title: "hold the film, or let it go on", label: "Space" },
    hint: { label: "Space", text: "pause", rank: 2 },
    when: all(onWatch, hasFilm, isPlaying, (state) => !isListed(state)),
    act: togglePlaying,
  },
  {
    ...{ keys: ["space"], title: "let the film go on", label: null },
    hint: { label: "Space", text: "play", rank: 2 },
    when: all(onWatch, hasFilm, (state) => !isPlaying(state) && !isListed(state)),
    act: togglePlaying,
  },
  {
    ...{ keys: ["right", "l"], title: "a step on or back, holding the film", label: "← →" },
    hint: { label: "←→", text: "step", rank: 3 },
    when: all(onWatch, hasFilm),
    act: (state) => still(movedWatch(state, "right", 0)),
  },
  {
    ...{
      keys: ["R"],
      title: "the film of another start",
      label: "R",
      hint: { label: "R", text: "another start", rank: 3 },
    },
    ...{ when: onWatch, act: anotherStart },
  },
  {
    ...{ keys: ["y"], title: "copy the table of iterations", label: "y", hint: { label: "y", text: "copy", rank: 8 } },
    ...{ when: all(onWatch, hasFilm), act: copyRecord },
  },
  {
    ...{
      keys: ["escape"],
      title: "back to the screen before",
      label: "Esc",
      hint: { label: "Esc", text: "back", rank: 2 },
    },
    ...{ when: on("watch"), act: leave },
  },
];

function copyRecord(state: State): Step {
  const { shown } = state.watch;
  if (shown.kind !== "film") return still(state);
  return copying(state, recordText(shown.film.steps), "the table of iterations");
}
