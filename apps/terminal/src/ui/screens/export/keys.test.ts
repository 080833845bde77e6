import { describe, expect, it } from "vitest";
import { pressed, sent } from "../../testing/pressed.ts";
import { ready } from "../../testing/shop.ts";
import { onExport, SAVED, shown, writing } from "./testing/exporting.ts";

const typed = (text: string): string[] => Array.from(text, (letter) => (letter === " " ? "space" : letter));

describe("keys", () => {
  it("write labels and report where they are suggested: w leads here, w writes", () => {
    expect(sent(pressed(ready(), "w", "w"), "write")).toMatchObject({
      ...{ run: 2, source: "shop.csv", replace: [] },
      outputs: [
        { option: "--out", path: "shop-segments.csv" },
        { option: "--report", path: "shop-report.html" },
      ],
    });
  });

  it("tick and untick, and choose another path, which ticks too", () => {
    const step = pressed(onExport(), "space", "down", "enter", "ctrl-u", ...typed("my model.json"), "enter", "w");
    expect(sent(step, "write")?.outputs).toEqual([
      { option: "--model", path: "my model.json" },
      { option: "--report", path: "shop-report.html" },
    ]);
  });

  it("give the suggested path back where nothing is typed", () => {
    const other = pressed(onExport(), "enter", "x", "enter").state;
    expect(shown(other)[1]).toContain("shop-segments.csvx");
    expect(shown(pressed(other, "enter", "ctrl-u", "enter").state)[1]).toMatch(/shop-segments\.csv(?!x)/);
  });

  it("write nothing where nothing is ticked, and say how to tick", () => {
    const step = pressed(onExport(), "space", "j", "j", "space", "w");
    expect(sent(step, "write")).toBeNull();
    expect(step.state.message?.text).toContain("Space ticks");
  });

  it("write one thing after the other: w waits until it is done", () => {
    expect(pressed(writing(), "w").effects).toEqual([]);
  });

  it("copy the command line as a shell takes it", () => {
    const { effects } = pressed(pressed(onExport(), "space", "enter", ..."'s").state, "enter", "y");
    const command = "kentro segment shop.csv --out 'shop-segments.csv'\\''s' --report shop-report.html";
    expect(effects.at(-1)).toEqual({ type: "copy", text: command });
  });

  it("stop the writing; what is complete is told and kept", () => {
    for (const key of ["escape", "ctrl-c"]) {
      const step = pressed(
        writing((id) => ({ type: "written", id, saved: SAVED })),
        key,
      );
      expect(step.effects[0]).toEqual({ type: "send", request: { type: "cancel", lane: "write" } });
      expect(step.state).toMatchObject({ writing: null, saved: [SAVED] });
      expect(step.state.message?.text).toBe("Stopped: nothing is half-written. Saved shop-segments.csv.");
    }
  });
});
