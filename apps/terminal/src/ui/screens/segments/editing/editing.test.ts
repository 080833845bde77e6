import { describe, expect, it } from "vitest";
import { reduce } from "../../../state/reduce.ts";
import type { State } from "../../../state/state.ts";
import { resultOf } from "../../../testing/made.ts";
import { pressed, sent } from "../../../testing/pressed.ts";
import { DEFAULTS, ready, shop, shopResult } from "../../../testing/shop.ts";
import type { Result, Settings } from "../../../work/protocol.ts";

const NAMES = ["low income", "average income, many visits", "high income"];
const typed = (state: State, text: string) => pressed(state, "ctrl-u", ...text, "enter");
const found = (state: State, result: Result): State =>
  reduce(state, { type: "reply", reply: { type: "segmented", id: state.lastId, result } }).state;
const withEdits = (...edits: Settings["edits"]): Settings => ({ ...DEFAULTS, edits });
const told = (state: State, words = "It costs 2.") => {
  const { id, edit } = sent({ state, effects: [] }, "cost") ?? { id: state.lastId, edit: null };
  const answered = edit ?? ({ type: "merge", segments: ["A", "B"] } as const);
  return reduce(state, { type: "reply", reply: { type: "cost", id, edit: answered, words } }).state;
};

describe("a name", () => {
  it("is asked for with the one that there is, and given by a run of its own", () => {
    const asked = pressed(ready(), "down", "n").state;
    expect(asked.dialog).toMatchObject({ kind: "asking", label: "Name of B" });
    expect(asked.dialog.kind === "asking" && asked.dialog.input.characters.join("")).toBe(NAMES[1]);
    const renamed = typed(asked, " Best  spenders ");
    expect(sent(renamed, "run")).toMatchObject({
      settings: { edits: [{ type: "rename", segment: "B", name: "Best  spenders" }] },
      carry: [],
      curve: false,
    });
  });

  it("stays as it is where nothing is changed, and where Esc is pressed", () => {
    const asked = pressed(ready(), "n").state;
    expect(pressed(asked, "enter").effects).toEqual([]);
    expect(pressed(asked, "escape")).toMatchObject({ effects: [], state: { dialog: { kind: "none" } } });
  });

  it.each([
    ["high income", 'C is called "high income" already.'],
    ["  ", "A name needs a character that can be seen."],
    ["x".repeat(101), "A name has at most 100 characters, this one has 101."],
    ["a\u202eb", "A name has no invisible characters."],
  ])("that cannot be is asked for again: %j", (name, sentence) => {
    const refused = typed(pressed(ready(), "n").state, name);
    expect(refused.effects).toEqual([]);
    expect(refused.state).toMatchObject({ message: { tone: "error", text: sentence }, dialog: { kind: "asking" } });
    expect(sent(typed(refused.state, "fine"), "run")).toMatchObject({ settings: { edits: [{ name: "fine" }] } });
  });

  it("is told of when it is given, and taken back by u", () => {
    const asked = typed(pressed(ready(), "n").state, "Poor").state;
    const settings = withEdits({ type: "rename", segment: "A", name: "Poor" });
    const renamed = resultOf(shop, [...shopResult().segmentation.labels], ["Poor", ...NAMES.slice(1)], settings);
    const named = found(asked, { ...renamed, run: 3 });
    expect(named.message?.text).toBe('A is called "Poor" now.');
    const undone = pressed(named, "u");
    expect(undone.state).toMatchObject({ settings: DEFAULTS, message: { text: "Undone: the name of A." } });
    expect(undone.effects).toEqual([]);
  });
});

describe("a note", () => {
  it("is given, and an empty one takes it away", () => {
    const noted = typed(pressed(ready(), "N").state, "Call in May");
    const edit = { type: "note", segment: "A", note: "Call in May" } as const;
    expect(sent(noted, "run")).toMatchObject({ settings: { edits: [edit] } });
    const result = shopResult(withEdits(edit));
    const [first, ...others] = result.segmentation.segments;
    const segments = [{ ...first!, note: "Call in May" }, ...others];
    const shown = found(noted.state, { ...result, run: 3, segmentation: { ...result.segmentation, segments } });
    expect(shown.message?.text).toBe("Noted on A.");
    const emptied = typed(pressed(shown, "N").state, "");
    expect(sent(emptied, "run")?.settings.edits.at(-1)).toEqual({ type: "note", segment: "A", note: "" });
  });

  it("of more than 1,000 characters is asked for again", () => {
    const refused = typed(pressed(ready(), "N").state, "x".repeat(1001)).state;
    expect(refused).toMatchObject({ message: { text: /at most 1,000 characters/ }, dialog: { kind: "asking" } });
  });
});

describe("a merge", () => {
  it("asks with which segment, then what it costs, and is made when that is accepted", () => {
    const asked = pressed(ready(), "m").state;
    expect(asked.dialog).toMatchObject({ label: "Merge A with", advice: expect.stringContaining("One of B, C.") });
    const step = typed(asked, "b");
    expect(sent(step, "cost")).toMatchObject({ run: 2, edit: { type: "merge", segments: ["A", "B"] } });
    expect(step.state.message?.text).toBe("Working out what merging A and B would do ...");
    const question = told(step.state);
    expect(question.dialog).toMatchObject({ kind: "confirming", yes: "merge them" });
    expect(pressed(question, "escape")).toMatchObject({ effects: [], state: { settings: DEFAULTS } });
    const made = pressed(question, "enter");
    expect(sent(made, "run")).toMatchObject({ settings: { edits: [{ type: "merge", segments: ["A", "B"] }] } });
    expect(made.state.past.at(-1)?.change).toBe("the merge of A and B");
  });

  it.each([
    ["a", "A is the segment itself: it merges with another one."],
    ["z", 'There is no segment "z": there are B, C.'],
    ["", 'There is no segment "": there are B, C.'],
  ])("with %j is asked for again", (letter, sentence) => {
    const refused = typed(pressed(ready(), "m").state, letter);
    expect(refused).toMatchObject({ effects: [], state: { message: { text: sentence }, dialog: { kind: "asking" } } });
  });

  it("of two segments asks nothing, of one says that there is none", () => {
    const two = resultOf(shop, [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, -1], ["low", "high"], DEFAULTS);
    expect(sent(pressed({ ...ready(), result: two }, "m"), "cost")).toMatchObject({ edit: { segments: ["A", "B"] } });
    const one = resultOf(shop, new Array(12).fill(0), ["all"], DEFAULTS);
    expect(pressed({ ...ready(), result: one }, "m").state.message?.text).toMatch(/only one segment/);
  });

  it("is not asked about any more by who has gone on to something else", () => {
    const waiting = typed(pressed(ready(), "m").state, "b").state;
    expect(told(pressed(waiting, "down").state).dialog.kind).toBe("none");
    expect(told(pressed(waiting, "4").state).dialog.kind).toBe("none");
  });

  it("says what became of the two, and selects it", () => {
    const settings = withEdits({ type: "merge", segments: ["B", "C"] });
    const merged = resultOf(shop, [1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, -1], ["rich", "poor"], settings);
    const asked = pressed(told(typed(pressed(ready(), "down", "m").state, "c").state), "enter").state;
    const after = found({ ...asked, settings }, { ...merged, run: 3 });
    expect(after.message?.text).toBe('B and C are one segment now: A "rich" with 6 customers.');
    expect(after.segment).toBe(0);
  });

  it("that k-means does not hold together says so", () => {
    const settings = withEdits({ type: "merge", segments: ["A", "C"] });
    const apart = resultOf(shop, [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, -1], ["poor", "rich"], settings);
    const after = found({ ...pressed(ready(), "r").state, work: WORKING, settings }, { ...apart, run: 3 });
    expect(after.message?.text).toMatch(/A and C do not hold together: most of A are in A "poor" .* C in B "rich"/);
  });
});

const WORKING = { kind: "computing", id: 2, part: "segments", progress: null, settings: DEFAULTS } as const;

describe("a split", () => {
  it("asks what it costs, and is made when that is accepted", () => {
    const step = pressed(ready(), "S");
    expect(sent(step, "cost")?.edit).toEqual({ type: "split", segment: "A" });
    const reply = { type: "cost", id: step.state.lastId, edit: { type: "split", segment: "A" }, words: "It." } as const;
    const made = pressed(reduce(step.state, { type: "reply", reply }).state, "enter");
    expect(sent(made, "run")).toMatchObject({ settings: { edits: [{ type: "split", segment: "A" }] } });
  });

  it("of one customer is refused", () => {
    const result = resultOf(shop, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, -1], ["many", "one"], DEFAULTS);
    const refused = pressed({ ...ready(), result, segment: 1 }, "S");
    expect(refused).toMatchObject({ effects: [], state: { message: { text: /B is one customer/ } } });
  });

  it("says what the two are", () => {
    const settings = withEdits({ type: "split", segment: "A" });
    const split = resultOf(shop, [2, 2, 1, 1, 1, 0, 0, 0, 0, 3, 3, -1], ["w", "x", "y", "z"], settings);
    const after = found({ ...ready(), work: WORKING, settings }, { ...split, run: 3 });
    expect(after.message?.text).toBe('A is split: B "x" with 3 customers, and C "y" with 2 customers.');
  });
});

describe("editing", () => {
  it("waits for settings that were changed, and for a run under way", () => {
    const behind: State = { ...ready(), settings: { ...DEFAULTS, scale: "robust" } };
    for (const key of ["n", "N", "m", "S"]) {
      expect(pressed(behind, key).state).toMatchObject({ dialog: { kind: "none" }, message: { text: /r runs them/ } });
    }
    expect(pressed(ready(), "+", "n").state.dialog).toMatchObject({ kind: "confirming", question: /under way/ });
  });

  it("has no other key take the name that is typed while a run is under way", () => {
    const asked = pressed(ready(), "+").state;
    const { state, effects } = pressed(asked, "n", ..."quiet ones +R2p", "enter");
    expect({ state, effects }).toEqual({ state: { ...asked, dialog: { kind: "none" } }, effects: [] });
  });

  it("is taken back where the worker cannot do it", () => {
    const asked = typed(pressed(ready(), "n").state, "Poor").state;
    const failed = reduce(asked, { type: "reply", reply: { type: "failed", id: asked.lastId, message: "No." } }).state;
    expect(failed).toMatchObject({ settings: DEFAULTS, past: [], message: { tone: "error", text: "No." } });
  });

  it("says which names and notes were kept by another search, and which were not", () => {
    const named = resultOf(
      shop,
      [...shopResult().segmentation.labels],
      ["Poor", NAMES[1]!, "Rich"],
      withEdits({ type: "rename", segment: "A", name: "Poor" }, { type: "rename", segment: "C", name: "Rich" }),
    );
    const two = resultOf(shop, [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, -1], ["Poor", "high"], {
      ...withEdits({ type: "rename", segment: "A", name: "Poor" }),
      k: 2,
    });
    const after = found({ ...ready(), result: named, work: WORKING }, { ...two, run: 3 });
    expect(after.message?.text).toBe('Kept: the name of A. No segment is "Rich" any more; u goes back.');
  });

  it("says nothing of another search where nothing was said by hand", () => {
    const two = resultOf(shop, [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, -1], ["low", "high"], { ...DEFAULTS, k: 2 });
    expect(found({ ...ready(), work: WORKING }, { ...two, run: 3 }).message).toBeNull();
  });
});
