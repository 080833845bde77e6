import { stopWriting } from "../screens/export/reducer.ts";
import { toOpening } from "../screens/opening/reducer.ts";
import { SCREENS } from "../screens/screens.ts";
import { turned } from "../screens/segments/reducer.ts";
import { watch } from "../screens/watch/reducer.ts";
import { cancel, canRun, changed, run, undo } from "../state/run.ts";
import { type ScreenName, type State, TABS } from "../state/state.ts";
import { type Step, saying, still } from "../state/step.ts";
import { nextSymbols } from "../state/symbols.ts";
import { nextTheme } from "../state/theme.ts";
import type { Action } from "./action.ts";
import type { KeyName } from "./keys.ts";
import { MOTIONS } from "./motions.ts";
import { hasResult, hasTable, isIdle, isOpen, isOpenOrHelp } from "./when.ts";

const TABS_LABEL = `1-${TABS.length}`;
const TABS_TOGETHER: Pick<Action, "label" | "listed" | "hint"> = {
  ...{ label: TABS_LABEL, listed: TABS.map((screen) => SCREENS[screen].title).join(", ") },
  hint: { label: TABS_LABEL, text: "screens", rank: 6 },
};

/** Customers have their own way to another segment: they are filtered by it. */
const turnsSegment = (state: State): boolean => hasResult(state) && state.screen !== "customers";

/** What keys do wherever one is. */
export const EVERYWHERE: readonly Action[] = [
  {
    ...{ keys: ["q"], title: "quit", label: "q", hint: { label: "q", text: "quit", rank: 1 }, when: isOpenOrHelp },
    act: (state) => ({ state, effects: [{ type: "quit" }] }),
  },
  { ...{ keys: ["ctrl-c"], title: "stop the work; then quit", label: "Ctrl-C", when: () => true, act: interrupted } },
  {
    ...{ keys: ["ctrl-z"], title: "to the shell; fg comes back", label: "Ctrl-Z", when: () => true },
    act: (state) => ({ state, effects: [{ type: "suspend" }] }),
  },
  {
    ...{
      keys: ["escape"],
      title: "stop the work",
      label: "Esc",
      listed: "close; stop the work",
      when: (state) => isOpen(state) && !isIdle(state),
    },
    ...{ hint: { label: "Esc", text: "stop", rank: 2 }, act: stop },
  },
  ...TABS.map(
    (screen, index): Action => ({
      ...{ keys: [String(index + 1)], title: `the screen ${SCREENS[screen].title}`, label: null },
      ...(index === 0 ? TABS_TOGETHER : {}),
      when: (state) => isOpen(state) && state.source !== null,
      act: (state) => still({ ...state, screen }),
    }),
  ),
  ...MOTIONS,
  {
    ...{
      keys: ["["],
      title: "previous segment",
      label: "[ ]",
      listed: "previous, next segment",
      hint: { label: "[ ]", text: "segment", rank: 10 },
    },
    ...{ when: turnsSegment, act: (state) => still(turned(state, -1)) },
  },
  { keys: ["]"], title: "next segment", label: null, when: turnsSegment, act: (state) => still(turned(state, 1)) },
  {
    ...{
      keys: ["+", "="],
      title: "one segment more",
      label: "+ -",
      listed: "more, fewer segments",
      hint: { label: "+ -", text: "k", rank: 8 },
    },
    ...{ when: hasResult, act: (state) => withK(state, 1) },
  },
  { keys: ["-"], title: "one segment fewer", label: null, when: hasResult, act: (state) => withK(state, -1) },
  {
    ...{ keys: ["a"], title: "the number of segments by itself again", label: "a" },
    hint: { label: "a", text: "auto k", rank: 8 },
    when: (state) => hasResult(state) && state.settings.k !== "auto",
    act: (state) => changed(state, { k: "auto" }, "automatic k", "now"),
  },
  {
    ...{
      keys: ["r"],
      title: "run with the settings as they are",
      label: "r",
      hint: { label: "r", text: "run", rank: 2 },
    },
    ...{ when: (state) => isOpen(state) && canRun(state), act: run },
  },
  {
    ...{ keys: ["R"], title: "run with another seed", label: "R", when: hasResult },
    act: (state) => changed(state, { seed: state.settings.seed + 1 }, `seed ${state.settings.seed + 1}`, "now"),
  },
  {
    ...{ keys: ["u"], title: "undo the last change", label: "u", hint: { label: "u", text: "undo", rank: 7 } },
    ...{ when: (state) => hasTable(state) && state.past.length > 0, act: undo },
  },
  goTo("c", "compare", "compare with the run before", { label: "c", text: "compare", rank: 12 }),
  goTo("w", "export", "write files", { label: "w", text: "write", rank: 4 }),
  {
    ...goTo("p", "watch", "watch k-means find the segments", { label: "p", text: "watch", rank: 5 }),
    act: watch,
  },
  {
    ...{ keys: ["O"], title: "open another file", label: "O", when: isOpen },
    act: (state) => still(toOpening(state)),
  },
  {
    ...{ keys: ["v"], title: "pictures of dots, blocks or letters", label: "v" },
    ...{ hint: { label: "v", text: "symbols", rank: 13 }, when: isOpen, act: (state) => still(nextSymbols(state)) },
  },
  {
    ...{ keys: ["t"], title: "colors for a dark or a light ground", label: "t", when: isOpen },
    act: (state) => still(nextTheme(state)),
  },
];

function goTo(key: KeyName, screen: ScreenName, title: string, hint: Action["hint"] & object): Action {
  const when = (state: State): boolean => hasResult(state) && state.screen !== screen;
  return { keys: [key], title, label: key, hint, when, act: (state) => still({ ...state, screen }) };
}

function interrupted(state: State): Step {
  return isIdle(state) ? { state, effects: [{ type: "quit" }] } : stop(state);
}

/** What is being written stops first, then the run. */
function stop(state: State): Step {
  return state.writing === null ? cancel(state) : stopWriting(state);
}

/** One segment more or fewer than now, and a run with it. */
function withK(state: State, by: 1 | -1): Step {
  const { settings, result } = state;
  const now = settings.k === "auto" ? result?.segmentation.k : settings.k;
  if (now === undefined) return still(state);
  const most = result?.segmentation.rows ?? Number.POSITIVE_INFINITY;
  if (now + by < 1) return still(saying(state, "One segment is the fewest."));
  if (now + by > most) return still(saying(state, "There are no more segments than customers."));
  return changed(state, { k: now + by }, `k ${now + by}`, "now");
}
