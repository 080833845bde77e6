import type { Size } from "../layout.ts";
import { INITIAL_COMPARE } from "../screens/compare/state.ts";
import { INITIAL_CUSTOMERS } from "../screens/customers/state.ts";
import { INITIAL_DATA } from "../screens/data/state.ts";
import { INITIAL_ELBOW } from "../screens/elbow/state.ts";
import { INITIAL_EXPORT } from "../screens/export/state.ts";
import { INITIAL_OPENING } from "../screens/opening/state.ts";
import { INITIAL_SEGMENTS } from "../screens/segments/state.ts";
import { INITIAL_WATCH } from "../screens/watch/state.ts";
import type { Look } from "../text/look.ts";
import { open } from "./run.ts";
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

/** What is known of a table before it is read: what another file begins with too. */
export const NOTHING_READ: Omit<
  State,
  "source" | "size" | "look" | "symbols" | "screen" | "dialog" | "message" | "lastId" | "saved" | "opening"
> = {
  ...{ failure: null, opened: null, settings: DEFAULT_SETTINGS, result: null, curve: null, points: [] },
  ...{ work: { kind: "idle" }, writing: null, past: [], runs: [], segment: 0 },
  ...{ data: INITIAL_DATA, elbow: INITIAL_ELBOW, segments: INITIAL_SEGMENTS, customers: INITIAL_CUSTOMERS },
  ...{ compare: INITIAL_COMPARE, export: INITIAL_EXPORT, watch: INITIAL_WATCH },
};
