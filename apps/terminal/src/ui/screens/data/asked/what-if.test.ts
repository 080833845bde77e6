import { describe, expect, it } from "vitest";
import { replied } from "../../../state/reply.ts";
import type { State } from "../../../state/state.ts";
import { numbers, opened, resultOf, texts } from "../../../testing/made.ts";
import { pressed, sent } from "../../../testing/pressed.ts";
import { beginning, computing, DEFAULTS, ready } from "../../../testing/shop.ts";
import type { Settings } from "../../../work/protocol.ts";
import { pendingChanges, pendingSentence } from "./pending.ts";

/** On Data, the cursor on a column of the shop: 0 Income, 1 Visits, 2 City. */
const at = (column: number, state: State = ready()): State =>
  pressed(state, "1", ...new Array<string>(column).fill("down")).state;

const odd = {
  rows: 3,
  columns: [
    numbers("debt", [-5, 2, 3]),
    numbers("same", [7, 7, 7]),
    numbers("empty", [Number.NaN, Number.NaN, Number.NaN]),
    texts("one", ["x", "x", null]),
    { name: "key", type: "identifier", missing: 0 } as const,
    { ...numbers("since", [1, 2, 3]), type: "date" } as const,
    texts("constructor", ["a", "b", "a"]),
  ],
};

/** On Data with the odd table, segments found by the first column alone. */
const oddAt = (column: number): State => {
  const reading = replied(beginning(), opened(odd)).state;
  const settings: Settings = { ...DEFAULTS, features: ["debt"] };
  const asked = { ...reading, settings, work: { ...reading.work, settings } } as State;
  const result = resultOf(odd, [0, 0, 1], ["low", "high"], settings);
  return at(column, replied(asked, { type: "segmented", id: asked.lastId, result }).state);
};
const saying = (column: number, ...keys: readonly string[]): string =>
  pressed(oddAt(column), ...keys).state.message?.text ?? "";

describe("taking and leaving columns", () => {
  it("waits for r, and says what r does", () => {
    const left = pressed(at(0), "space");
    expect(left.effects).toEqual([]);
    expect(left.state.settings.features).toEqual(["Visits"]);
    expect(pendingSentence(left.state)).toBe("r runs: without Income");
    expect(sent(pressed(left.state, "r"), "run")).toMatchObject({ settings: { features: ["Visits"] }, curve: true });
    expect(pendingSentence(pressed(left.state, "r").state)).toBe("Running: without Income");
  });

  it("comes back to the default where that is taken again", () => {
    const back = pressed(at(0), "space", "space").state;
    expect(back.settings).toEqual(DEFAULTS);
    expect(pendingSentence(back)).toBeNull();
  });

  it("takes text as a category, beside the numbers of the default", () => {
    const { settings } = pressed(at(2), "space").state;
    expect(settings).toMatchObject({ features: "default", categorical: ["City"] });
    expect(pendingChanges(pressed(at(2), "space").state)).toEqual(["City as a category"]);
    expect(pressed(at(2), "space", "space").state.settings).toEqual(DEFAULTS);
  });

  it("leaves at least one column taken", () => {
    const one = pressed(at(0), "space", "down", "space").state;
    expect(one.message?.text).toBe('"Visits" is the only column taken: take another one first.');
    const category = pressed(at(2), "space", "up", "space", "up", "space").state;
    expect(category.settings).toMatchObject({ features: [], categorical: ["City"] });
  });

  it("forgets logarithm and weight of a column that is left", () => {
    const treated = pressed(at(0), "L", ">").state;
    expect(treated.settings).toMatchObject({ log: ["Income"], weights: { Income: 2 } });
    expect(pressed(treated, "space").state.settings).toMatchObject({ log: [], weights: {} });
  });

  it("says why a column cannot be taken", () => {
    expect(saying(1, "space")).toBe('"same" is the same in every row: it tells no customers apart.');
    expect(saying(2, "space")).toBe('"empty" holds no number.');
    expect(saying(3, "space")).toBe('"one" is the same in every row: it tells no customers apart.');
    expect(saying(4, "space")).toContain('"key" holds too many different texts');
    expect(saying(5, "space")).toContain('"since" holds dates');
  });

  it("can be done while the first run is under way", () => {
    const early = pressed(computing(), "1", "space").state;
    expect(early.settings.features).toEqual(["Visits"]);
    expect(pendingSentence(early)).toBe("r runs: without Income");
  });

  it("is taken back by u", () => {
    expect(pressed(at(0), "space", "u").state).toMatchObject({
      settings: DEFAULTS,
      message: { text: /Undone: "Income"/ },
    });
  });
});

describe("what is done to columns", () => {
  it("turns through the scalings and the rules about missing values", () => {
    const keys = (key: string): Settings[] =>
      [1, 2, 3, 4].map((times) => pressed(at(0), ...new Array<string>(times).fill(key)).state.settings);
    expect(keys("s").map(({ scale }) => scale)).toEqual(["robust", "minmax", "none", "standard"]);
    expect(keys("M").map(({ missing }) => missing)).toEqual([
      ["median"],
      ["category"],
      ["median", "category"],
      ["drop"],
    ]);
  });

  it("names all that waits in one sentence", () => {
    const { state } = pressed(at(0), "space", "down", "L", ">", "down", "space", "s", "M");
    expect(pendingSentence(state)).toBe(
      "r runs: without Income, logarithm of Visits, Visits ×2, City as a category, robust scaling, missing values: median",
    );
  });

  it("doubles and halves a weight from 1/8 to 8, and has none at 1", () => {
    const weightAfter = (...keys: readonly string[]): unknown => pressed(at(0), ...keys).state.settings.weights;
    expect(weightAfter(">", ">", ">")).toEqual({ Income: 8 });
    expect(weightAfter("<", "<", "<")).toEqual({ Income: 0.125 });
    expect(weightAfter(">", "<")).toEqual({});
    expect(pressed(at(0), ">", ">", ">", ">").state.message?.text).toBe(
      "×8 is the most that a column can be weighed here.",
    );
    expect(pressed(at(0), "<", "<", "<", "<").state.message?.text).toContain("×1/8 is the least");
  });

  it("weighs a column whatever its name", () => {
    const state = pressed(oddAt(6), "space", ">").state;
    expect(state.settings.weights).toEqual({ constructor: 2 });
    expect(pendingChanges(state)).toEqual(["constructor as a category", "constructor ×2"]);
  });

  it("has no logarithm of values of -1 or less, of categories, and of what is not taken", () => {
    expect(saying(0, "L")).toContain("-1 or less (the least is -5)");
    for (const column of [4, 5, 6]) expect(saying(column, "L")).toContain("holds no numbers: there is no logarithm.");
    expect(saying(6, "space", "L")).toContain("there is no logarithm");
    expect(saying(1, "L")).toContain("Space takes it");
    expect(saying(1, ">")).toContain("Space takes it");
  });

  it("takes the logarithm back when asked again", () => {
    expect(pressed(at(0), "L", "L").state.settings).toEqual(DEFAULTS);
  });
});
