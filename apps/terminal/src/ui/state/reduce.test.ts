import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { opened } from "../testing/made.ts";
import { beginning, computing, DEFAULTS, ready, shop, shopCurve, shopResult } from "../testing/shop.ts";
import type { Settings } from "../work/protocol.ts";
import { begin } from "./begin.ts";
import type { Effect } from "./event.ts";
import { press } from "./press.ts";
import { reduce } from "./reduce.ts";
import { replied } from "./reply.ts";
import { type State, textOf } from "./state.ts";
import { type Step, still } from "./step.ts";

/** Presses keys one after the other: the last state, and everything that was asked for on the way. */
function pressed(state: State, ...keys: readonly string[]): Step {
  let step = still(state);
  const effects: Effect[] = [];
  for (const key of keys) {
    step = press(step.state, key);
    effects.push(...step.effects);
  }
  return { state: step.state, effects };
}

const runOf = ({ effects }: Step): Settings | null => {
  const sent = effects.flatMap((effect) =>
    effect.type === "send" && effect.request.type === "run" ? [effect.request] : [],
  );
  return sent.at(-1)?.settings ?? null;
};

describe("opening", () => {
  it("reads the source at once, then looks for segments and the curve", () => {
    const first = begin("shop.csv", { columns: 80, rows: 24 }, { color: 0, utf8: true });
    expect(first.effects).toEqual([{ type: "send", request: { type: "open", id: 1, source: "shop.csv" } }]);
    expect(replied(first.state, opened(shop)).effects).toEqual([
      { type: "send", request: { type: "run", id: 2, settings: DEFAULTS, curve: true } },
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
});

describe("changing what is asked for", () => {
  it("runs with one segment more or fewer, and keeps the curve", () => {
    const more = pressed(ready(), "+");
    expect(more.effects).toMatchObject([{ request: { type: "run", settings: { k: 4 }, curve: false } }]);
    expect(more.state.result).not.toBeNull();
    expect(runOf(pressed(ready(), "-"))).toMatchObject({ k: 2 });
    expect(runOf(pressed(ready(), "+", "+", "+"))).toMatchObject({ k: 6 });
  });

  it("goes no lower than one segment and no higher than the customers", () => {
    expect(pressed(ready(), "-", "-", "-")).toMatchObject({ state: { settings: { k: 1 } } });
    const most = { ...ready(), settings: { ...DEFAULTS, k: 11 } };
    expect(pressed(most, "+")).toMatchObject({ effects: [], state: { message: { text: /no more segments/ } } });
  });

  it("takes the k under the cursor of the curve, and finds k by itself again", () => {
    const chosen = pressed(ready(), "2", "down", "down", "enter");
    expect(runOf(chosen)).toMatchObject({ k: 5 });
    expect(runOf(pressed(chosen.state, "a"))).toMatchObject({ k: "auto" });
  });

  it("goes round the ways of scaling, each with a curve of its own", () => {
    const scaled = pressed(ready(), "s");
    expect(scaled.effects).toMatchObject([{ request: { settings: { scale: "robust" }, curve: true } }]);
    expect(scaled.state.curve).toBeNull();
    expect(runOf(pressed(ready(), "s", "s", "s", "s"))).toMatchObject({ scale: "standard" });
  });

  it("takes and leaves columns in the order of the file, but never the last one", () => {
    const one = pressed(ready(), "1", "space");
    expect(runOf(one)).toMatchObject({ features: ["Visits"] });
    expect(runOf(pressed(one.state, "space"))).toMatchObject({ features: ["Income", "Visits"] });
    const none = pressed(one.state, "down", "space");
    expect(none).toMatchObject({ effects: [], state: { message: { text: /take another one first/ } } });
  });

  it("leaves text for the profiles, and says so", () => {
    const text = pressed(ready(), "1", "G", "space");
    expect(text).toMatchObject({ effects: [], state: { message: { text: /holds text/ } } });
  });
});

describe("work", () => {
  it("is given up by Esc and by the first Ctrl-C; the second leaves", () => {
    expect(pressed(computing(), "escape")).toMatchObject({
      effects: [{ type: "send", request: { type: "cancel" } }],
      state: { work: { kind: "idle" } },
    });
    expect(pressed(computing(), "ctrl-c").effects).toEqual([{ type: "send", request: { type: "cancel" } }]);
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
    expect(runOf(pressed(stopped, "r"))).toMatchObject({ k: 4 });
    expect(pressed(ready(), "r").effects).toEqual([]);
  });

  it("leaves the last result on the screen when it fails", () => {
    const asked = pressed(ready(), "+").state;
    const failed = replied(asked, { type: "failed", id: asked.lastId, message: "Too few rows." }).state;
    expect(failed).toMatchObject({ message: { tone: "error", text: "Too few rows." }, failure: null });
    expect(failed.result).toBe(asked.result);
  });
});

describe("moving", () => {
  it("goes through the customers of a segment and stops at its ends", () => {
    const at = (...keys: readonly string[]): number => pressed(ready(), "4", ...keys).state.customer;
    expect([at("down"), at("G"), at("G", "down"), at("up"), at("pageDown"), at("G", "g")]).toEqual([1, 4, 4, 0, 4, 0]);
  });

  it("begins at the first customer of another segment", () => {
    expect(pressed(ready(), "4", "down", "]").state).toMatchObject({ segment: 1, customer: 0 });
    expect(pressed(ready(), "[").state.segment).toBe(2);
  });

  it("shows other columns along the sides of the picture, never one twice", () => {
    const { axes } = pressed(ready(), "x").state;
    expect(axes).toEqual({ x: 0, y: 1 });
    const swapped = pressed({ ...ready(), axes: { x: 1, y: 0 } }, "x").state.axes;
    expect(swapped).toEqual({ x: 1, y: 0 });
  });
});

describe("saving", () => {
  const typed = pressed(ready(), "w", "ctrl-u", ..."out é.csv").state;

  it("suggests a name and takes what is typed, at the caret", () => {
    const { dialog } = pressed(ready(), "w", "left", "left", "left", "left", "2", "backspace", "3").state;
    expect(dialog.kind === "save" && textOf(dialog.input)).toBe("shop-segments3.csv");
    expect(typed.dialog.kind === "save" && textOf(typed.dialog.input)).toBe("out é.csv");
  });

  it("types the letters that are keys elsewhere", () => {
    const { dialog } = pressed(ready(), "w", "ctrl-u", ..."q?s1").state;
    expect(dialog.kind === "save" && textOf(dialog.input)).toBe("q?s1");
  });

  it("sends the path, remembers what was written and with which settings", () => {
    const saving = pressed(typed, "enter");
    const { lastId } = saving.state;
    expect(saving.effects).toEqual([
      { type: "send", request: { type: "save", id: lastId, path: "out é.csv", overwrite: false } },
    ]);
    const saved = replied(saving.state, { type: "saved", id: lastId, path: "/there/out é.csv", rows: 12 }).state;
    expect(saved.saved).toEqual([{ path: "/there/out é.csv", settings: DEFAULTS }]);
    expect(saved.message?.text).toBe("Saved 12 rows with their segments to /there/out é.csv");
  });

  it("replaces a file only when told to", () => {
    const saving = pressed(typed, "enter").state;
    const asking = replied(saving, { type: "exists", id: saving.lastId, path: "out é.csv" }).state;
    expect(pressed(asking, "y").effects).toMatchObject([{ request: { path: "out é.csv", overwrite: true } }]);
    expect(pressed(asking, "n")).toMatchObject({ effects: [], state: { dialog: { kind: "none" } } });
  });

  it("is not given up by a change of the settings", () => {
    const saving = pressed(typed, "enter").state;
    for (const key of ["+", "s", "r"]) expect(pressed(saving, key).state.work).toEqual(saving.work);
  });

  it("waits for work that is under way, and says so", () => {
    const busy = pressed(ready(), "+", "w").state;
    expect(busy).toMatchObject({ dialog: { kind: "none" }, message: { text: expect.stringContaining("Esc") } });
  });

  it("needs a name", () => {
    expect(pressed(ready(), "w", "ctrl-u", "enter")).toMatchObject({
      effects: [],
      state: { dialog: { kind: "save" } },
    });
  });
});

describe("any keys in any order", () => {
  const keys = fc.array(
    fc.constantFrom(
      ..."1234?qwxXvsra+-[]ghjklGy".split(""),
      "up",
      "down",
      "enter",
      "escape",
      "space",
      "left",
      "ctrl-c",
    ),
  );

  it("leave cursors inside what they point at, and the state as it was given", () => {
    fc.assert(
      fc.property(keys, (sequence) => {
        const before = ready();
        const copy = structuredClone(before);
        const { state } = pressed(before, ...sequence);
        expect(before).toEqual(copy);
        const segments = state.result!.segmentation.segments;
        expect(segments[state.segment]).toBeDefined();
        expect(state.customer).toBeLessThan(segments[state.segment]!.size);
        expect(state.opened!.table.columns[state.column]).toBeDefined();
        if (state.curve !== null) expect(state.curve.points[state.point]).toBeDefined();
        expect(state.settings.k === "auto" || state.settings.k >= 1).toBe(true);
      }),
    );
  });
});

describe("a table that nothing was found in by default", () => {
  const none = replied(computing(), { type: "failed", id: computing().lastId, message: "No column varies." }).state;

  it("can be looked at, and clustered by columns of one's own choice", () => {
    expect(none).toMatchObject({ failure: "No column varies.", result: null });
    expect(runOf(pressed(none, "1", "down", "space"))).toMatchObject({ features: ["Visits"] });
  });
});
