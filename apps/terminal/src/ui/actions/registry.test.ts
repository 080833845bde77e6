import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SCREEN_ORDER } from "../screens/screens.ts";
import type { Dialog } from "../state/dialog.ts";
import { inputOf } from "../state/input.ts";
import type { ScreenName, State } from "../state/state.ts";
import { still } from "../state/step.ts";
import { ALL_KEYS, anyState } from "../testing/anything.ts";
import { pressed } from "../testing/pressed.ts";
import { beginning, computing, ready } from "../testing/shop.ts";
import { GROUPS, possible } from "./actions.ts";
import { type KeyFlags, type KeyName, keysOf } from "./keys.ts";

const ACTIONS = GROUPS.flatMap(({ actions }) => actions);

const DIALOGS: readonly Dialog[] = [
  { kind: "none" },
  { kind: "help", top: 0 },
  { kind: "palette", input: inputOf(""), cursor: 0 },
  { kind: "asking", label: "Save as", input: inputOf("a.csv"), advice: null, take: still },
  { kind: "confirming", question: "Replace it?", yes: "replace it", take: still },
];

/** Every screen under everything that may lie over it: with a result, with one and work going on, without, without a file. */
const STATES: readonly State[] = SCREEN_ORDER.flatMap((screen) =>
  [ready(), pressed(ready(), "+").state, pressed(ready(), "+", "escape").state, computing(), beginning()]
    .flatMap((state) => [state, { ...state, source: null }])
    .flatMap((state) => DIALOGS.map((dialog): State => ({ ...state, screen, dialog }))),
);

/** Keys of the first action that can be done now, where several may: what they close or take is the uppermost. */
const OF_THE_FIRST: readonly KeyName[] = ["escape", "enter"];

/** Keys of everywhere that a screen has its own, narrower kind of: another segment's customers, another start's film. */
const NARROWER: Readonly<Partial<Record<ScreenName, readonly KeyName[]>>> = { customers: ["[", "]"], watch: ["R"] };

const NONE: KeyFlags = {
  ...{ upArrow: false, downArrow: false, leftArrow: false, rightArrow: false, pageUp: false, pageDown: false },
  ...{ home: false, end: false, return: false, escape: false, tab: false, backspace: false, delete: false },
  ...{ ctrl: false, meta: false },
};

/** Every key that `keysOf` can tell, but for the letters that name themselves. */
const TOLD: ReadonlySet<KeyName> = new Set([
  ...Object.keys(NONE).flatMap((flag) => keysOf("", { ...NONE, [flag]: true })),
  ...Array.from("abcdefghijklmnopqrstuvwxyz", (letter) => keysOf(letter, { ...NONE, ctrl: true })).flat(),
  ...keysOf(" ", NONE),
]);

describe("the registry of actions", () => {
  it("gives no key two meanings at the same time", () => {
    for (const state of STATES) {
      const keys = possible(state).flatMap((action) => action.keys);
      const shared = [...OF_THE_FIRST, ...(NARROWER[state.screen] ?? [])];
      const twice = keys.filter((key, index) => keys.indexOf(key) !== index && !shared.includes(key));
      expect(twice, `${state.screen}, ${state.dialog.kind}`).toEqual([]);
    }
  });

  it("says of each action what it does, in a few words, and how its key is written", () => {
    for (const { title, listed, label, hint, keys } of ACTIONS) {
      expect(keys.length).toBeGreaterThan(0);
      for (const words of [title, listed ?? title]) expect(words).toMatch(/^\S.{0,58}\S$/);
      if (label !== null) expect(label).toMatch(/^\S.{0,10}$/);
      if (hint !== undefined) expect(`${hint.label} ${hint.text}`.length).toBeLessThanOrEqual(20);
    }
  });

  it("names keys as they are told when they are pressed", () => {
    for (const key of ACTIONS.flatMap(({ keys }) => keys)) {
      const isTold = Array.from(key).length === 1 ? keysOf(key, NONE)[0] === key : TOLD.has(key);
      expect(isTold, key).toBe(true);
    }
  });

  it("always has help and a way out in the footer, however much is known", () => {
    for (const state of STATES.filter(({ dialog }) => dialog.kind === "none")) {
      const hints = possible(state).flatMap(({ hint }) => (hint === undefined ? [] : [hint]));
      expect(hints.filter(({ rank }) => rank === 0)).toEqual([{ label: "?", text: "help", rank: 0 }]);
      expect(hints.map(({ label }) => label)).toContain("q");
    }
  });

  it("answers any key in any state, and keeps the selection on a segment", () => {
    fc.assert(
      fc.property(anyState, fc.constantFrom(...ALL_KEYS), (state, key) => {
        const { state: after } = pressed(state, key);
        expect(after.segment).toBeGreaterThanOrEqual(0);
        const count = after.result?.segmentation.segments.length ?? 1;
        expect(after.segment).toBeLessThan(count);
      }),
      { numRuns: 50 },
    );
  });
});
