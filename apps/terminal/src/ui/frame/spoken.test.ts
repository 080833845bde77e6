import { describe, expect, it } from "vitest";
import { inputOf } from "../state/input.ts";
import { replied } from "../state/reply.ts";
import type { State } from "../state/state.ts";
import { still } from "../state/step.ts";
import { pressed } from "../testing/pressed.ts";
import { computing, ready } from "../testing/shop.ts";
import type { Span } from "../text/line.ts";
import { frame } from "./frame.ts";
import { news, spoken, spokenPrompt } from "./spoken.ts";

const heard = (state: State): string => spoken(state).join("\n");

describe("what a screen reader reads", () => {
  it("is where one is, what there is to see, and what is selected, in words", () => {
    const lines = spoken(ready());
    expect(lines[0]).toBe("Screen Segments, 3 of 6. shop.csv, 12 rows, 3 columns.");
    expect(lines[1]).toBe("3 segments of 11 customers.");
    expect(lines.some((line) => line.startsWith("Selected: A low income, 5"))).toBe(true);
    expect(lines.at(-1)).toContain("q quits");
  });

  it("has no rules, bars, dots, or two panes in a line", () => {
    for (const key of ["1", "2", "3", "4", "5", "6", "?", ":"]) {
      expect(heard(pressed(ready({ columns: 200, rows: 60 }), key).state)).not.toMatch(
        /[\u2500-\u259f\u25a0-\u25ff\u2800-\u28ff]| {2}/,
      );
    }
  });

  it("has nothing of a picture", () => {
    const isOfAxis = ({ style, text }: Span): boolean => style.picture === true && /\d/.test(text);
    const state = pressed(ready({ columns: 100, rows: 60 }), "2").state;
    const axis = frame(state).filter((line) => line.some(isOfAxis));
    expect(axis.length).toBeGreaterThan(2);
    expect(heard(state)).not.toMatch(/^[\d.,]+$/m);
  });

  it("says what has changed alone: after a motion what is selected now, not what was", () => {
    const before = ready();
    const after = pressed(before, "down").state;
    const said = news(spoken(before), spoken(after));
    expect(said.filter((line) => line.startsWith("Selected: "))).toHaveLength(1);
    expect(said[0]).toContain("Selected: B average income, many visits");
    expect(said.some((line) => line.startsWith("A low income"))).toBe(false);
  });

  it("hears of work at each quarter, not ten times a second", () => {
    const at = (fraction: number, elapsedMs: number): State => {
      const state = computing();
      const counts = { k: 5, restart: null, restarts: null, iteration: 17, fall: null, fraction, elapsedMs };
      const progress = { kind: "computing", stage: "iterating", ...counts } as const;
      return replied(state, { type: "progress", id: state.lastId, progress }).state;
    };
    expect(news(spoken(at(0.3, 100)), spoken(at(0.45, 900)))).toEqual([]);
    expect(news(spoken(at(0.45, 900)), spoken(at(0.5, 1000)))).toEqual(["50 % done. Esc stops."]);
  });

  it("has the keys of its screen a line each, and says signs and capitals in words", () => {
    const lines = spoken(pressed(ready({ columns: 200, rows: 60 }), "?").state);
    expect(lines[0]).toBe("Segments:");
    expect(lines).toContain("n: rename the segment.");
    expect(lines).toContain("capital N: a note on the segment.");
    expect(lines).toContain("Everywhere:");
    expect(lines).toContain("left bracket, right bracket: previous, next segment.");
    expect(lines).not.toContain("Customers:");
    expect(lines.at(-1)).toBe("Escape goes back.");
  });

  it("is told of an error by that word", () => {
    expect(heard({ ...ready(), message: { tone: "error", text: "There is no room." } })).toContain(
      "Error: There is no room.",
    );
  });

  it("hears the keys that answer a question", () => {
    const dialog = { kind: "confirming", question: "It is there already.", yes: "replace it", take: still } as const;
    const lines = spoken({ ...ready(), dialog });
    expect(lines.slice(-2)).toEqual(["It is there already.", "Enter replace it, Esc back"]);
  });

  it("sets things apart by commas where there were columns, but not after a sentence", () => {
    const state = ready();
    const { segmentation } = state.result!;
    const leftOut = { count: 0, cells: [], cellCount: 0 };
    const notes = { ...segmentation.notes, sentences: ["12 rows read, all used.", "More."] };
    const result = { ...state.result!, segmentation: { ...segmentation, leftOut, notes } };
    expect(heard({ ...state, result })).toContain("\n12 rows read, all used. +1 more note (key 1)\n");
  });

  it("hears the line that is typed, control characters as signs", () => {
    const dialog = { kind: "asking", label: "Save as", input: inputOf("a\x1b"), advice: null, take: still } as const;
    expect(spokenPrompt({ ...ready(), dialog })).toBe("Save as: a␛");
    expect(spokenPrompt(ready())).toBe("");
  });
});
