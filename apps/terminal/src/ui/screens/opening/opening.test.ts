import { describe, expect, it } from "vitest";
import { withNeeds } from "../../session.ts";
import { textOf } from "../../state/input.ts";
import { reduce } from "../../state/reduce.ts";
import { replied } from "../../state/reply.ts";
import { edited } from "../../state/run.ts";
import type { State } from "../../state/state.ts";
import { still } from "../../state/step.ts";
import { opened } from "../../testing/made.ts";
import { pressed, sent } from "../../testing/pressed.ts";
import { beginning, computing, DEFAULTS, ready, shop, shopResult } from "../../testing/shop.ts";
import { itemAt } from "./reducer.ts";
import { choosing, choosingFrom, foundFiles, listing, tableEntry } from "./testing.ts";

const nameAtCursor = (state: State): string | undefined => itemAt(state)?.name;
const after = (state: State, ...keys: readonly string[]): State => pressed(state, ...keys).state;
const failed = (state: State, message = "It is empty."): State =>
  withNeeds(replied(state, { type: "failed", id: state.lastId, message })).state;

describe("the choice of a table", () => {
  it("asks for the folder that the user stands in, once, and can open the sample before it is known", () => {
    const state = choosing();
    expect(state.opening.asked).toMatchObject({ place: { at: "start" } });
    expect(withNeeds(still(state)).effects).toEqual([]);
    expect(sent(pressed(state, "enter"), "open")).toMatchObject({ source: "mall" });
  });

  it("stays on the sample when the folder comes", () => {
    expect(nameAtCursor(choosingFrom())).toBe("200 mall customers");
  });

  it("goes through the sample, those opened lately, tables from the newest, and folders", () => {
    const state = choosingFrom();
    expect(state.opening.items.map(({ name }) => name)).toEqual([
      ...["200 mall customers", "march.csv", "may.parquet", "april.csv", "archive", ".."],
    ]);
    expect(nameAtCursor(after(state, "down"))).toBe("march.csv");
    expect(nameAtCursor(after(state, "G"))).toBe("..");
    expect(nameAtCursor(after(state, "G", "down", "g", "up"))).toBe("200 mall customers");
  });

  it("opens the table under the cursor and shows its segments then", () => {
    const asked = pressed(choosingFrom(), "down", "down", "down", "enter");
    expect(sent(asked, "open")).toMatchObject({ source: "/shop/april.csv" });
    expect(asked.state).toMatchObject({ screen: "segments", source: "/shop/april.csv", work: { kind: "reading" } });
  });

  it("sorts by name and back, the cursor staying on its table", () => {
    const sorted = after(choosingFrom(), "down", "down", "o");
    expect(sorted.opening.items.slice(2, 4).map(({ name }) => name)).toEqual(["april.csv", "may.parquet"]);
    expect(nameAtCursor(sorted)).toBe("may.parquet");
    expect(after(sorted, "o").opening.items[3]?.name).toBe("april.csv");
  });

  it("shows only names with a text in them, whatever its case, until Esc", () => {
    const state = after(choosingFrom(), "/", "M", "A", "enter");
    expect(state.opening.items.map(({ name }) => name)).toEqual(["200 mall customers", "march.csv", "may.parquet"]);
    const none = after(state, "/", "ctrl-u", "x", "y", "enter", "enter");
    expect(none.message?.text).toContain("Nothing here has that in its name");
    expect(after(none, "escape").opening.items).toHaveLength(6);
  });
});

describe("folders", () => {
  it("are entered by Enter and the right arrow, and left by Backspace, the left arrow and their own line", () => {
    const state = choosingFrom();
    const into = { place: { at: "folder", path: "/shop/archive" } };
    const out = { place: { at: "folder", path: "/" } };
    expect(sent(pressed(state, "G", "up", "enter"), "files")).toMatchObject(into);
    expect(sent(pressed(state, "G", "up", "right"), "files")).toMatchObject(into);
    expect(sent(pressed(state, "backspace"), "files")).toMatchObject(out);
    expect(sent(pressed(state, "left"), "files")).toMatchObject(out);
    expect(sent(pressed(state, "G", "enter"), "files")).toMatchObject(out);
    expect(pressed(state, "down", "down", "right").effects).toEqual([]);
  });

  it("have the cursor on their first thing, and on the folder that one comes from", () => {
    const entered = foundFiles(after(choosingFrom(), "G", "up", "enter"), {
      kind: "folder",
      listing: { ...listing([tableEntry("a.csv")]), path: "/shop/archive", parent: "/shop" },
      focus: null,
    });
    expect(nameAtCursor(entered)).toBe("a.csv");
    const back = foundFiles(after(entered, "backspace"), {
      kind: "folder",
      listing: listing([tableEntry("april.csv")], ["aaa", "archive"]),
      focus: null,
    });
    expect(nameAtCursor(back)).toBe("archive");
  });

  it("that cannot be listed leave the one that is shown, and say why", () => {
    const sentence = '"/shop/archive" may not be opened: permission denied.';
    const refused = { kind: "refused", path: "/shop/archive", sentence } as const;
    const state = foundFiles(after(choosingFrom(), "G", "up", "enter"), refused);
    expect(state.message).toEqual({ tone: "error", text: sentence });
    expect(nameAtCursor(state)).toBe("archive");
    expect(foundFiles(choosing(), refused).opening.refusal).toBe(sentence);
  });

  it("that were left before they were listed change nothing any more", () => {
    const state = choosingFrom();
    const reply = { type: "files", id: 99, found: { kind: "file", path: "/x.csv" }, recent: [], nowMs: 0 } as const;
    expect(replied(state, reply)).toEqual({ state, effects: [] });
  });

  it("and files can be typed", () => {
    const typing = pressed(choosingFrom(), "~", "a", "enter");
    expect(sent(typing, "files")).toMatchObject({ place: { at: "typed", text: "~/a", folder: "/shop" } });
    const file = { kind: "file", path: "/home/ana/a" } as const;
    expect(foundFiles(typing.state, file)).toMatchObject({ source: "/home/ana/a", work: { kind: "reading" } });
    expect(pressed(choosingFrom(), "~", "ctrl-u", "enter").effects).toEqual([]);
  });
});

describe("a path that is typed", () => {
  const lineOf = ({ dialog }: State): string | null => (dialog.kind === "asking" ? textOf(dialog.input) : null);

  it("goes on by Tab as far as it is clear", () => {
    const asked = pressed(choosingFrom(), "~", "m", "tab");
    expect(sent(asked, "files")).toMatchObject({ place: { at: "typing", text: "~/m", folder: "/shop" } });
    const one = foundFiles(asked.state, { kind: "completed", text: "~/months/", names: 1 });
    expect(lineOf(one)).toBe("~/months/");
    const two = foundFiles(asked.state, { kind: "completed", text: "~/mo", names: 2 });
    expect([lineOf(two), two.message?.text]).toEqual(["~/mo", "2 names begin like that."]);
    const none = foundFiles(asked.state, { kind: "completed", text: "~/m", names: 0 });
    expect([lineOf(none), none.message?.text]).toEqual(["~/m", "Nothing begins like that."]);
  });

  it("stays as it is where it was gone on with by hand meanwhile, or left", () => {
    const asked = after(choosingFrom(), "~", "m", "tab");
    const answer = { kind: "completed", text: "~/months/", names: 1 } as const;
    expect(lineOf(foundFiles(after(asked, "x"), answer))).toBe("~/mx");
    expect(foundFiles(after(asked, "escape"), answer).dialog.kind).toBe("none");
  });
});

describe("a table that cannot be read", () => {
  it("leads to the choice with the sentence, the cursor on it, and r tries again", () => {
    const state = failed(beginning());
    expect(state).toMatchObject({ screen: "opening", failure: "It is empty.", source: "shop.csv" });
    expect(state.opening.asked).toMatchObject({ place: { at: "beside", path: "shop.csv" } });
    const listed = listing([tableEntry("a.csv"), tableEntry("shop.csv")]);
    const found = foundFiles(state, { kind: "folder", listing: listed, focus: "/shop/shop.csv" });
    expect(nameAtCursor(found)).toBe("shop.csv");
    const again = pressed(found, "r");
    expect(sent(again, "open")).toMatchObject({ source: "shop.csv" });
    expect(again.state).toMatchObject({ screen: "segments", failure: null });
  });

  it("may be one that was read and has nothing to cluster by", () => {
    const words = { ...computing(), opened: { ...computing().opened!, choice: null } };
    const state = replied(words, { type: "failed", id: words.lastId, message: "There is no numeric column." }).state;
    expect(state).toMatchObject({ screen: "opening", failure: "There is no numeric column." });
    expect(after(state, "escape").screen).toBe("segments");
  });

  it("leaves the one that was open as it was", () => {
    const before = ready();
    const reading = after(before, "O", "enter");
    expect(reading).toMatchObject({ source: "mall", opened: null, result: null, past: [], runs: [] });
    const back = failed(reading);
    expect(back).toMatchObject({ source: "shop.csv", screen: "opening", failure: null });
    expect(back.message).toEqual({ tone: "error", text: "It is empty." });
    expect(back.result).toBe(before.result);
    expect(after(back, "escape")).toMatchObject({ screen: "segments", source: "shop.csv" });
  });

  it("has the run of the one that was open begin again where that was not done", () => {
    const unfinished = { ...ready(), curve: null };
    const state = after(unfinished, "O", "enter");
    const step = replied(state, { type: "failed", id: state.lastId, message: "It is empty." });
    expect(sent(step, "run")).not.toBeNull();
  });

  it("leaves nothing to go back to where the worker has crashed", () => {
    const reading = after(ready(), "O", "enter");
    expect(reduce(reading, { type: "crashed", message: "Out of memory." }).state.opening.left).toBeNull();
  });
});

describe("another table", () => {
  it("is left by Esc only once what was being written has stopped", () => {
    const stopped = pressed(ready(), "w", "w", "O", "escape");
    expect(stopped.state).toMatchObject({ screen: "opening", writing: null });
    expect(stopped.effects).toContainEqual({ type: "send", request: { type: "cancel", lane: "write" } });
    expect(after(stopped.state, "escape").screen).toBe("segments");
  });

  it("is chosen by O from everywhere; Esc goes back", () => {
    const choosingAnother = pressed(ready(), "4", "O");
    expect(choosingAnother.state.screen).toBe("opening");
    expect(sent(choosingAnother, "files")).toMatchObject({ place: { at: "start" } });
    expect(after(choosingAnother.state, "escape").screen).toBe("segments");
  });

  it("begins anew, but for how the screen is drawn", () => {
    const state = after({ ...ready(), symbols: "blocks", segment: 2 }, "+", "O", "enter");
    expect(state).toMatchObject({ symbols: "blocks", segment: 0, settings: DEFAULTS, runs: [], past: [] });
    const read = replied(state, opened(shop, state.lastId)).state;
    expect(read.opening.left).toBeNull();
  });

  it("takes the place of one with changes by hand only when that is wanted, or they were saved", () => {
    const rename = { type: "rename", segment: "A", name: "Regulars" } as const;
    const asked = edited(ready(), rename, "A renamed").state;
    const result = { ...shopResult(asked.settings), run: asked.lastId };
    const named = after(replied(asked, { type: "segmented", id: asked.lastId, result }).state, "O");
    const question = pressed(named, "enter");
    expect(sent(question, "open")).toBeNull();
    expect(question.state.dialog).toMatchObject({
      kind: "confirming",
      question: expect.stringContaining('"shop.csv"'),
    });
    expect(sent(pressed(question.state, "enter"), "open")).toMatchObject({ source: "mall" });
    expect(after(question.state, "escape")).toMatchObject({ screen: "opening", dialog: { kind: "none" } });
    const file = { path: "/m.json", shown: "m.json", option: "--model", bytes: 9, files: 1 } as const;
    const saved = { ...file, source: "shop.csv", settings: result.settings };
    expect(sent(pressed({ ...named, saved: [saved] }, "enter"), "open")).not.toBeNull();
    expect(sent(pressed({ ...named, saved: [{ ...saved, source: "b.csv" }] }, "enter"), "open")).toBeNull();
  });

  it("can be left while it is read: the one before comes back", () => {
    const stopped = after(ready(), "O", "enter", "escape");
    expect(stopped.work.kind).toBe("idle");
    const back = after(stopped, "O", "escape");
    expect(back).toMatchObject({ source: "shop.csv", screen: "segments" });
    expect(back.result).not.toBeNull();
  });
});
