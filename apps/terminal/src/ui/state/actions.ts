import type { Event, Motion } from "./event.ts";
import type { KeyName } from "./keys.ts";
import { canRerun } from "./run.ts";
import { SCREENS, type ScreenName, type State } from "./state.ts";

/** Something a key does. Keys, footer, help and tests are all made from the list of these. */
export interface Action extends Shown {
  readonly keys: readonly KeyName[];
  readonly when: (state: State) => boolean;
  readonly event: Event;
}

interface Shown {
  /** Its line in the help, keys and text, which may speak for the actions after it as well (`[ ]`). */
  readonly help?: readonly [keys: string, text: string];
  /** Its hint in the footer; the highest rank is the first to go where there is no room. */
  readonly hint?: readonly [keys: string, label: string, rank: number];
}

const always = (): boolean => true;
const open = (state: State): boolean => state.dialog.kind === "none";
const openOrHelp = (state: State): boolean => open(state) || state.dialog.kind === "help";
const typing = (state: State): boolean => state.dialog.kind === "save";
const asking = (state: State): boolean => state.dialog.kind === "overwrite";
const working = (state: State): boolean => state.work.kind !== "idle";
const found = (state: State): boolean => open(state) && state.result !== null;
// A run would take the worker from a file that is half written.
const runnable = (state: State): boolean => found(state) && state.work.kind !== "saving";
const on =
  (...screens: readonly ScreenName[]) =>
  (state: State): boolean =>
    open(state) && screens.includes(state.screen);

function act(keys: readonly KeyName[], when: Action["when"], event: Event, shown: Shown = {}): Action {
  return { keys, when, event, ...shown };
}

function move(motion: Motion, keys: readonly KeyName[], shown: Shown = {}): Action {
  const sideways = motion === "left" || motion === "right";
  return act(keys, sideways ? on("customers") : openOrHelp, { type: "move", motion }, shown);
}

const TABS: Shown = {
  help: [`1-${SCREENS.length}`, "the four screens"],
  hint: [`1-${SCREENS.length}`, "screens", 4],
};

/** Every action, in the order of the help. */
export const ACTIONS: readonly Action[] = [
  act(["?"], openOrHelp, { type: "help" }, { help: ["?", "this help, and back"], hint: ["?", "help", 0] }),
  act(["q"], openOrHelp, { type: "quit" }, { help: ["q", "quit"], hint: ["q", "quit", 1] }),
  act(["ctrl-c"], always, { type: "interrupt" }, { help: ["Ctrl-C", "stop the work; quit"] }),
  act(["ctrl-z"], always, { type: "suspend" }, { help: ["Ctrl-Z", "to the shell (fg: back)"] }),
  act(
    ["escape"],
    (state) => open(state) && working(state),
    { type: "escape" },
    { help: ["Esc", "close; stop the work"], hint: ["Esc", "stop", 2] },
  ),
  act(["escape"], (state) => !open(state), { type: "escape" }, { hint: ["Esc", "back", 2] }),
  ...SCREENS.map((screen, index) =>
    act([String(index + 1)], open, { type: "screen", screen }, index === 0 ? TABS : undefined),
  ),
  move("up", ["up", "k"], { help: ["↑ ↓ k j", "move"], hint: ["↑↓", "move", 7] }),
  move("down", ["down", "j"]),
  move("pageUp", ["pageUp"], { help: ["PgUp PgDn", "a page up, down"] }),
  move("pageDown", ["pageDown"]),
  move("first", ["g", "home"], { help: ["g G", "to the first, the last"] }),
  move("last", ["G", "end"]),
  move("left", ["left", "h"], { help: ["← → h l", "columns of customers"], hint: ["←→", "columns", 8] }),
  move("right", ["right", "l"]),
  act(["["], found, { type: "segment", by: -1 }, { help: ["[ ]", "other segments"], hint: ["[ ]", "segment", 9] }),
  act(["]"], found, { type: "segment", by: 1 }),
  act(
    ["+", "="],
    runnable,
    { type: "changeK", by: 1 },
    { help: ["+ -", "more, fewer segments"], hint: ["+ -", "k", 6] },
  ),
  act(["-"], runnable, { type: "changeK", by: -1 }),
  act(
    ["a"],
    (state) => runnable(state) && state.settings.k !== "auto",
    { type: "automaticK" },
    { help: ["a", "k by itself again"], hint: ["a", "auto k", 6] },
  ),
  act(
    ["enter"],
    (state) => on("elbow")(state) && runnable(state) && state.curve !== null,
    { type: "acceptK" },
    { hint: ["Enter", "take k", 3] },
  ),
  act(
    ["enter"],
    (state) => on("segments")(state) && found(state),
    { type: "screen", screen: "customers" },
    { help: ["Enter", "customers; this k"], hint: ["Enter", "customers", 3] },
  ),
  act(
    ["space"],
    (state) => on("data")(state) && (runnable(state) || (state.opened !== null && state.failure !== null)),
    { type: "toggleColumn" },
    { help: ["Space", "take, leave a column"], hint: ["Space", "take", 3] },
  ),
  act(["s"], runnable, { type: "nextScale" }, { help: ["s", "next scaling"], hint: ["s", "scaling", 10] }),
  act(
    ["r"],
    (state) => open(state) && canRerun(state),
    { type: "rerun" },
    { help: ["r", "run what was stopped"], hint: ["r", "run", 2] },
  ),
  act(["w"], found, { type: "askSave" }, { help: ["w", "save the labelled file"], hint: ["w", "save", 5] }),
  act(
    ["x"],
    on("segments"),
    { type: "nextAxis", axis: "x" },
    { help: ["x X", "columns of the picture"], hint: ["x X", "axes", 12] },
  ),
  act(["X"], on("segments"), { type: "nextAxis", axis: "y" }),
  act(
    ["v"],
    on("segments", "elbow"),
    { type: "nextSymbols" },
    { help: ["v", "dots, blocks, letters"], hint: ["v", "symbols", 11] },
  ),
  act(["enter"], typing, { type: "confirm" }, { hint: ["Enter", "save", 0] }),
  act(["y"], asking, { type: "confirm" }, { hint: ["y", "replace it", 0] }),
  act(["n"], asking, { type: "escape" }, { hint: ["n", "keep it", 1] }),
];

/** What a key does in this state, null where it does nothing. */
function actionFor(state: State, key: KeyName): Action | null {
  return ACTIONS.find((action) => action.keys.includes(key) && action.when(state)) ?? null;
}

const EDITS: Readonly<Record<KeyName, Event>> = {
  backspace: { type: "edit", edit: { kind: "backspace" } },
  "ctrl-u": { type: "edit", edit: { kind: "clear" } },
  left: { type: "edit", edit: { kind: "left" } },
  right: { type: "edit", edit: { kind: "right" } },
  home: { type: "edit", edit: { kind: "home" } },
  end: { type: "edit", edit: { kind: "end" } },
  space: { type: "edit", edit: { kind: "insert", text: " " } },
};

/** What happens when a key is pressed, null where nothing does. A line being typed takes what no action does. */
export function eventFor(state: State, key: KeyName): Event | null {
  const action = actionFor(state, key);
  if (action !== null || !typing(state)) return action?.event ?? null;
  const isCharacter = Array.from(key).length === 1;
  return EDITS[key] ?? (isCharacter ? { type: "edit", edit: { kind: "insert", text: key } } : null);
}
