import type { Size } from "../layout.ts";
import { INITIAL_COMPARE } from "../screens/compare/state.ts";
import { INITIAL_CUSTOMERS } from "../screens/customers/state.ts";
import { INITIAL_DATA } from "../screens/data/state.ts";
import { INITIAL_ELBOW } from "../screens/elbow/state.ts";
import { INITIAL_EXPORT } from "../screens/export/state.ts";
import { INITIAL_OPENING, type Left } from "../screens/opening/state.ts";
import { INITIAL_SEGMENTS } from "../screens/segments/state.ts";
import { INITIAL_WATCH } from "../screens/watch/state.ts";
import type { Look } from "../text/look.ts";
import { open, run } from "./run.ts";
import { DEFAULT_SETTINGS } from "./settings.ts";
import type { State } from "./state.ts";
import { type Step, still } from "./step.ts";
import { firstSymbols } from "./symbols.ts";

/** The first state, and the reading of the source that begins with it; without a source, the choice of one. */
export function begin(source: string | null, size: Size, look: Look): Step {
  const state: State = {
    ...{ source, size, look, symbols: firstSymbols(look) },
    ...{ screen: source === null ? "opening" : "segments", dialog: { kind: "none" }, message: null },
    ...NOTHING_READ,
    ...{ lastId: 0, saved: [], opening: INITIAL_OPENING },
  };
  return source === null ? still(state) : open(state);
}

/**
 * Another table: all begins anew but the screen and the folder that was looked at. The table that was open comes back
 * (`restored`) where the other cannot be read.
 */
export function another(state: State, source: string): Step {
  const { opened, settings, result, curve, points, past, runs, segment } = state;
  const before: Left = { source: state.source, opened, settings, result, curve, points, past, runs, segment };
  const opening = { ...state.opening, left: opened === null ? state.opening.left : before };
  return open({ ...state, ...NOTHING_READ, source, opening, screen: "segments", dialog: { kind: "none" } });
}

/**
 * Back to a table that was left: the worker has it still. Its screens ask for what they show once more, and a run that was
 * under way begins again.
 */
export function restored(state: State, left: Left): Step {
  const opening = { ...state.opening, left: null };
  const back: State = { ...state, ...NOTHING_READ, ...left, screen: "segments", opening };
  return left.result === null || left.curve === null ? run(back) : still(back);
}

/**
 * The state before anything is asked about a table that was just read. Where it was read before, by a worker that is no
 * more, all that one has found is unknown to this one.
 */
export function withoutAnswers(state: State): State {
  const { customers, segments } = state;
  const exporting = { ...state.export, attempts: state.export.attempts + 1 };
  return {
    ...{ ...state, result: null, curve: null, points: [], runs: [], segment: 0, compare: INITIAL_COMPARE },
    ...{ customers: { ...INITIAL_CUSTOMERS, filter: customers.filter }, export: exporting },
    ...{ segments: { ...segments, components: null, cost: null }, watch: { ...state.watch, asked: null } },
  };
}

/** What is known of a table before it is read: what another file begins with too. */
const NOTHING_READ: Omit<
  State,
  "source" | "size" | "look" | "symbols" | "screen" | "dialog" | "message" | "lastId" | "saved" | "opening"
> = {
  ...{ failure: null, opened: null, settings: DEFAULT_SETTINGS, result: null, curve: null, points: [] },
  ...{ work: { kind: "idle" }, writing: null, past: [], runs: [], segment: 0 },
  ...{ data: INITIAL_DATA, elbow: INITIAL_ELBOW, segments: INITIAL_SEGMENTS, customers: INITIAL_CUSTOMERS },
  ...{ compare: INITIAL_COMPARE, export: INITIAL_EXPORT, watch: INITIAL_WATCH },
};
