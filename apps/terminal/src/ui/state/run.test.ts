import { describe, expect, it } from "vitest";
import { opened } from "../testing/made.ts";
import { pressed, sent } from "../testing/pressed.ts";
import { beginning, computing, DEFAULTS, ready, shop, shopCurve, shopResult } from "../testing/shop.ts";
import { begin } from "./begin.ts";
import { reduce } from "./reduce.ts";
import { replied } from "./reply.ts";
import { changed, edited, undo } from "./run.ts";
import type { State } from "./state.ts";

const NAMED = { type: "rename", segment: "A", name: "Poor" } as const;
const LOOK = { color: 0, utf8: true, theme: "dark", reader: false } as const;

describe("opening", () => {
  it("reads the source at once, then looks for segments and the curve", () => {
    const first = begin("shop.csv", { columns: 80, rows: 24 }, LOOK);
    expect(first.effects).toEqual([{ type: "send", request: { type: "open", id: 1, source: "shop.csv" } }]);
    expect(replied(first.state, opened(shop)).effects).toEqual([
      { type: "send", request: { type: "run", id: 2, settings: DEFAULTS, carry: [], wanted: [], curve: true } },
    ]);
  });

  it("shows why a file cannot be read, and reads it again on r", () => {
    const failed = replied(beginning(), { type: "failed", id: 1, message: "It is empty." }).state;
    expect(failed).toMatchObject({ failure: "It is empty.", work: { kind: "idle" } });
    expect(pressed(failed, "r").effects).toMatchObject([{ request: { type: "open", id: 2 } }]);
  });

  it("starts anew after a crash", () => {
    const crashed = reduce(computing(), { type: "crashed", message: "Out of memory." }).state;
    expect(crashed).toMatchObject({ failure: "Out of memory.", work: { kind: "idle" } });
    expect(pressed(crashed, "r").effects).toMatchObject([{ request: { type: "open" } }]);
  });

  it("shows after a crash what was found before, asks nothing about it, and finds it again on r", () => {
    const before = pressed(ready(), "+").state;
    const four = { ...shopResult({ ...DEFAULTS, k: 4 }), run: before.lastId };
    const found = replied(before, { type: "segmented", id: before.lastId, result: four }).state;
    const crashed = reduce(pressed(found, "4").state, { type: "crashed", message: "Out of memory." }).state;
    expect(crashed).toMatchObject({ result: { run: four.run }, message: { tone: "error", text: "Out of memory." } });
    expect(pressed(crashed, "4", "5", "2").effects).toEqual([]);
    const again = pressed(crashed, "r").state;
    const read = replied(again, opened(shop, again.lastId));
    expect(sent(read, "run")).toMatchObject({ settings: { k: 4 }, wanted: [], curve: true });
    expect(read.state).toMatchObject({
      result: null,
      customers: { asked: null, answer: null },
      compare: { asked: null },
    });
    const last = read.state.lastId;
    const shown = replied(read.state, { type: "segmented", id: last, result: { ...four, run: last } });
    expect(shown.effects).toEqual([]);
    // What undo goes back to was of the worker that is no more.
    expect(sent(undo(shown.state), "run")).toMatchObject({ settings: DEFAULTS });
  });
});

describe("changing what is asked for", () => {
  it("runs with one segment more or fewer, and keeps the curve", () => {
    const more = pressed(ready(), "+");
    expect(sent(more, "run")).toMatchObject({ settings: { k: 4 }, curve: false });
    expect(more.state.result).not.toBeNull();
    expect(sent(pressed(ready(), "-"), "run")).toMatchObject({ settings: { k: 2 } });
    expect(sent(pressed(ready(), "+", "+", "+"), "run")).toMatchObject({ settings: { k: 6 } });
  });

  it("goes no lower than one segment and no higher than the customers", () => {
    expect(pressed(ready(), "-", "-", "-")).toMatchObject({ state: { settings: { k: 1 } } });
    const most = { ...ready(), settings: { ...DEFAULTS, k: 11 } };
    expect(pressed(most, "+")).toMatchObject({ effects: [], state: { message: { text: /no more segments/ } } });
  });

  it("takes the k under the cursor of the curve, and finds k by itself again", () => {
    const chosen = pressed(ready(), "2", "down", "down", "enter");
    expect(sent(chosen, "run")).toMatchObject({ settings: { k: 5 } });
    expect(sent(pressed(chosen.state, "a"), "run")).toMatchObject({ settings: { k: "auto" } });
  });

  it("keeps what is changed while a run is under way, and runs it on r", () => {
    const asked = computing();
    const changing = changed(asked, { scale: "robust" }, "scaling robust", "later").state;
    expect(pressed(asked, "r").effects).toEqual([]);
    expect(sent(pressed(changing, "r"), "run")).toMatchObject({ settings: { scale: "robust" } });
    const found = replied(changing, { type: "segmented", id: asked.lastId, result: shopResult() }).state;
    expect(found).toMatchObject({ settings: { scale: "robust" }, result: { settings: { scale: "standard" } } });
    expect(sent(pressed(found, "r"), "run")).toMatchObject({ settings: { scale: "robust" }, curve: true });
    expect(undo(found).state).toMatchObject({ settings: { scale: "standard" }, result: found.result });
  });

  it("waits for r where how points are made is changed, and has a curve of its own then", () => {
    const waiting = changed(ready(), { scale: "robust" }, "scaling robust", "later");
    expect(waiting).toMatchObject({ effects: [], state: { settings: { scale: "robust" } } });
    expect(waiting.state.result).toBe(waiting.state.runs[0]);
    const run = pressed(waiting.state, "r");
    expect(sent(run, "run")).toMatchObject({ settings: { scale: "robust" }, curve: true });
    expect(run.state.curve).toBeNull();
  });

  it("keeps names and notes for segments that are the same still", () => {
    expect(sent(pressed(ready(), "+"), "run")).toMatchObject({ carry: [ready().result!.run] });
  });

  it("remembers what was said of segments on the way here, the latest first, but for what was undone", () => {
    const found = (state: State, run: number): State => {
      if (state.work.kind !== "computing") throw new Error("expected a run under way");
      const result = { ...shopResult(state.work.settings), run };
      return replied(state, { type: "segmented", id: state.work.id, result }).state;
    };
    const named = found(edited(ready(), NAMED, "the name of A").state, 8);
    const two = found(pressed(named, "-").state, 9);
    expect(sent(pressed(two, "+"), "run")).toMatchObject({ settings: { edits: [] }, carry: [9, 8, 2] });
    const undone = pressed(two, "u", "u").state;
    expect(undone.settings).toEqual(DEFAULTS);
    expect(sent(pressed(undone, "-"), "run")).toMatchObject({ carry: [2] });
  });

  it("adds an edit to those made before it, on the run that they were made on", () => {
    const named = edited(ready(), { type: "rename", segment: "A", name: "Regulars" }, "A renamed");
    expect(sent(named, "run")).toMatchObject({
      ...{ carry: [], wanted: [2], curve: false },
      settings: { edits: [{ type: "rename", segment: "A", name: "Regulars" }] },
    });
  });
});

describe("undo", () => {
  it("goes back to settings and segments without computing anything", () => {
    const before = ready();
    const asked = pressed(before, "+").state;
    const four = { ...shopResult({ ...DEFAULTS, k: 4 }), run: asked.lastId };
    const found = replied(asked, { type: "segmented", id: asked.lastId, result: four }).state;
    expect(found.result?.settings.k).toBe(4);
    const undone = undo(found);
    expect(undone).toMatchObject({ effects: [], state: { settings: DEFAULTS, message: { text: "Undone: k 4." } } });
    expect(undone.state.result).toBe(before.result);
    expect(undone.state.past).toEqual([]);
  });

  it("takes changes back one by one while they wait, and together once they were run together", () => {
    const before = ready();
    const robust = changed(before, { scale: "robust" }, "scaling robust", "later").state;
    const both = changed(robust, { weights: { Income: 2 } }, "weight of Income 2", "later").state;
    expect(undo(both).state).toMatchObject({ settings: { scale: "robust", weights: {} } });
    const asked = pressed(both, "r").state;
    const result = { ...shopResult(asked.settings), run: asked.lastId };
    const found = replied(asked, { type: "segmented", id: asked.lastId, result }).state;
    const undone = undo(found).state;
    expect(undone).toMatchObject({ settings: DEFAULTS, past: [] });
    expect(undone.result).toBe(before.result);
    expect(undone.message?.text).toBe("Undone: scaling robust, weight of Income 2.");
  });

  it("finds again what is not kept any more", () => {
    let state = ready();
    for (let k = 4; k < 14; k++) {
      const asked = changed(state, { k }, `k ${k}`, "now").state;
      const result = { ...shopResult({ ...DEFAULTS, k }), run: asked.lastId };
      state = replied(asked, { type: "segmented", id: asked.lastId, result }).state;
    }
    for (let back = 0; back < 7; back++) {
      const step = undo(state);
      expect(sent(step, "run")).toBeNull();
      state = step.state;
    }
    const last = undo(state);
    expect(sent(last, "run")).toMatchObject({ settings: { k: 5 } });
    expect(last.state.message?.text).toBe("Undone: k 6.");
  });

  it("stops the run that a change has begun", () => {
    expect(undo(pressed(ready(), "+").state).effects).toEqual([
      { type: "send", request: { type: "cancel", lane: "run" } },
    ]);
  });

  it("lets a run go on that is of the settings it goes back to", () => {
    const changing = changed(computing(), { scale: "robust" }, "scaling robust", "later").state;
    expect(undo(changing)).toMatchObject({ effects: [], state: { settings: DEFAULTS, work: { kind: "computing" } } });
  });

  it("brings the curve back that gave way to a run that did not end", () => {
    const before = ready();
    const asked = pressed(changed(before, { scale: "robust" }, "scaling robust", "later").state, "r").state;
    expect(asked.curve).toBeNull();
    const failed = replied(asked, { type: "failed", id: asked.lastId, message: "It cannot be scaled." }).state;
    for (const state of [asked, pressed(asked, "escape").state, failed]) {
      expect(undo(state).state).toMatchObject({ settings: DEFAULTS, result: before.result, curve: before.curve });
    }
  });

  it("says so where there is nothing to undo", () => {
    expect(undo(ready()).state.message?.text).toBe("There is nothing to undo.");
  });
});

describe("work", () => {
  it("is given up by Esc and by the first Ctrl-C; the second leaves", () => {
    expect(pressed(computing(), "escape")).toMatchObject({
      effects: [{ type: "send", request: { type: "cancel", lane: "run" } }],
      state: { work: { kind: "idle" } },
    });
    expect(pressed(computing(), "ctrl-c", "ctrl-c").effects.at(-1)).toEqual({ type: "quit" });
    expect(pressed(ready(), "ctrl-c").effects).toEqual([{ type: "quit" }]);
  });

  it("that was given up changes nothing when it answers after all", () => {
    const given = pressed(computing(), "escape").state;
    expect(replied(given, { type: "segmented", id: computing().lastId, result: shopResult() }).state).toBe(given);
    const asked = pressed(ready(), "+").state;
    expect(replied(asked, { type: "curve", id: asked.lastId - 1, curve: shopCurve() }).state).toBe(asked);
  });

  it("can be taken up again by r, and only then", () => {
    const stopped = pressed(ready(), "+", "escape").state;
    expect(sent(pressed(stopped, "r"), "run")).toMatchObject({ settings: { k: 4 } });
    expect(pressed(ready(), "r").effects).toEqual([]);
  });

  it("leaves the last result on the screen when it fails", () => {
    const asked = pressed(ready(), "+").state;
    const failed = replied(asked, { type: "failed", id: asked.lastId, message: "Too few rows." }).state;
    expect(failed).toMatchObject({ message: { tone: "error", text: "Too few rows." }, failure: null });
    expect(failed.result).toBe(asked.result);
  });

  it("shows the points of a curve as they come, a better one in the place of an earlier", () => {
    const point = { k: 2, inertia: 9, silhouette: 0.4, smallest: 3 };
    const busy = computing();
    const one = replied(busy, { type: "point", id: busy.lastId, point }).state;
    const two = replied(one, { type: "point", id: busy.lastId, point: { ...point, inertia: 8 } }).state;
    expect(two.points).toEqual([{ ...point, inertia: 8 }]);
    expect(pressed(two, "escape").state.points).toEqual(two.points);
  });
});
