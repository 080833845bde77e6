import { describe, expect, it } from "vitest";
import { frame } from "../../frame/frame.ts";
import { withNeeds } from "../../session.ts";
import { replied } from "../../state/reply.ts";
import { edited, undo } from "../../state/run.ts";
import { still } from "../../state/step.ts";
import { pressed, sent } from "../../testing/pressed.ts";
import { ready, shopResult } from "../../testing/shop.ts";
import { pairOf } from "./pair.ts";
import { compared, comparisonOfFour, fourFound } from "./testing.ts";

describe("after a run with other settings", () => {
  it("the message line says how much moved", () => {
    const found = fourFound();
    const request = sent(found, "compare");
    expect(request).toMatchObject({ before: 2, after: found.state.result?.run });
    const comparison = comparisonOfFour(found.state);
    const told = replied(found.state, { type: "compared", id: request?.id ?? -1, comparison }).state;
    expect(told.message?.text).toBe("81.8 % kept their segment; the segments are much the same (0.85): c compares.");
  });

  it("nothing is said over what has been said since, or of segments that are not shown any more", () => {
    const { state } = fourFound();
    const reply = { type: "compared", id: state.compare.asked?.id ?? -1, comparison: comparisonOfFour(state) } as const;
    const message = { tone: "error", text: "The disk is full." } as const;
    expect(replied({ ...state, message }, reply).state.message).toBe(message);
    const undone = { ...undo(state).state, message: null };
    expect(replied(undone, reply).state.message).toBeNull();
  });

  it("nothing is asked after the first run, or where only names were changed", () => {
    expect(ready().compare.asked).toBeNull();
    const asked = edited(ready(), { type: "rename", segment: "A", name: "Regulars" }, "A renamed").state;
    const result = { ...shopResult(asked.settings), run: asked.lastId };
    expect(replied(asked, { type: "segmented", id: asked.lastId, result }).effects).toEqual([]);
  });
});

describe("the screen Compare", () => {
  it("asks for the result shown and the one before it, once", () => {
    const found = { ...fourFound().state, compare: ready().compare };
    const screen = pressed(found, "c");
    expect(sent(screen, "compare")).toMatchObject({ before: 2, after: found.result?.run });
    expect(withNeeds(still(screen.state)).effects).toEqual([]);
    expect(withNeeds(still(compared())).effects).toEqual([]);
  });

  it("asks nothing where there is one result alone", () => {
    expect(sent(pressed(ready(), "c"), "compare")).toBeNull();
    expect(pressed(ready(), "c", "down", "tab", "left", "y")).toMatchObject({ effects: [] });
  });

  it("compares with any earlier run by the arrows", () => {
    const third = fourFound(fourFound().state).state;
    const screen = pressed(third, "c").state;
    expect(pairOf(screen)?.before.run).toBe(third.runs[1]?.run);
    const earlier = pressed(screen, "down");
    expect(sent(earlier, "compare")).toMatchObject({ before: 2, after: third.result?.run });
    expect(pairOf(pressed(earlier.state, "up").state)?.before.run).toBe(third.runs[1]?.run);
  });

  it("compares with a later run after an undo", () => {
    const found = fourFound().state;
    const pair = pairOf(undo(found).state);
    expect(pair?.after.run).toBe(2);
    expect(pair?.before.run).toBe(found.result?.run);
  });

  it("moves in the pane that Tab leads to", () => {
    const state = compared();
    expect(pressed(state, "tab", "down", "down", "down").state.compare).toMatchObject({ pane: "table", row: 2 });
    expect(pressed(state, "right", "right", "left").state.compare.left).toBe(1);
    expect(pressed(state, "tab", "tab", "down").state.compare).toMatchObject({ pane: "flows", flow: 0 });
    expect(pressed(state, "tab", "tab", "tab").state.compare.pane).toBe("runs");
  });

  it("forgets answers that it does not wait for", () => {
    const state = compared();
    const reply = { type: "compared", id: 99, comparison: comparisonOfFour(state, { moved: 7 }) } as const;
    expect(replied(state, reply).state).toBe(state);
  });

  it("says why there is no comparison, and asks for it no more", () => {
    const { state } = pressed(fourFound().state, "c");
    const id = state.compare.asked?.id ?? -1;
    const failed = withNeeds(replied(state, { type: "failed", id, message: "There is no memory left." }));
    expect(failed.effects).toEqual([]);
    expect(failed.state.message).toEqual({ tone: "error", text: "There is no memory left." });
    const shown = frame(failed.state)
      .map((spans) => spans.map(({ text }) => text).join(""))
      .join("\n");
    expect(shown).toContain("There is no memory left.");
    expect(shown).not.toContain("Comparing ...");
  });

  it("copies the cross table for a spreadsheet", () => {
    const { effects, state } = pressed(compared(), "y");
    expect(effects).toEqual([
      {
        type: "copy",
        text: [
          "\tA low income\tB many visits\tC some visits\tD high income",
          "A low income\t5\t0\t0\t0",
          "B average income, many visits\t0\t2\t2\t0",
          "C high income\t0\t0\t0\t2\n",
        ].join("\n"),
      },
    ]);
    expect(state.message?.text).toBe("Copied the cross table.");
    expect(pressed(pressed(fourFound().state, "c").state, "y").state.message?.text).toContain("no cross table");
  });
});
