import { replied } from "../../state/reply.ts";
import type { State } from "../../state/state.ts";
import type { Step } from "../../state/step.ts";
import { resultOf } from "../../testing/made.ts";
import { pressed } from "../../testing/pressed.ts";
import { ready, shop } from "../../testing/shop.ts";
import type { Comparison } from "../../work/compare/protocol.ts";
import type { Settings } from "../../work/protocol.ts";

const NAMES = ["low income", "many visits", "some visits", "high income"];

/** The three groups of the shop, and the four that `+` has found after them: the step that it ends with. */
export function fourFound(state: State = ready(), change: Partial<Settings> = {}): Step {
  const asked = pressed(state, "+").state;
  const settings = { ...asked.settings, ...change };
  const result = resultOf(shop, [0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 3, -1], NAMES, settings, "4 segments.", asked.lastId);
  return replied(asked, { type: "segmented", id: asked.lastId, result });
}

/** What the worker finds of them: two of B are a segment of their own. */
export function comparisonOfFour(state: State, change: Partial<Comparison> = {}): Comparison {
  const [before, after] = state.runs.slice(-2).map(({ run }) => run);
  return {
    ...{ before: before ?? -1, after: after ?? -1, rows: 11, onlyBefore: 0, onlyAfter: 0, agreement: 0.85, moved: 2 },
    counts: [
      [5, 0, 0, 0],
      [0, 2, 2, 0],
      [0, 0, 0, 2],
    ],
    matches: [0, 1, null, 2],
    flows: [{ from: 1, to: 2, customers: 2, differs: { column: "Visits", movers: 20, stayers: 21, z: -0.3 } }],
    ...change,
  };
}

/** The screen with the comparison on it. */
export function compared(state: State = fourFound().state, change: Partial<Comparison> = {}): State {
  const asked = pressed(state, "c").state;
  const id = asked.compare.asked?.id ?? -1;
  return replied(asked, { type: "compared", id, comparison: comparisonOfFour(asked, change) }).state;
}
