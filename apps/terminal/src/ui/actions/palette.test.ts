import { describe, expect, it } from "vitest";
import { frame } from "../frame/frame.ts";
import type { State } from "../state/state.ts";
import { pressed } from "../testing/pressed.ts";
import { computing, ready } from "../testing/shop.ts";
import { GROUPS } from "./actions.ts";
import { choices } from "./palette.ts";

const typed = (text: string, state: State = ready()): State =>
  pressed(state, ":", ...Array.from(text, (character) => (character === " " ? "space" : character))).state;
const titles = (state: State): string[] => choices(state, GROUPS).map(({ title }) => title);
const shown = (state: State): string =>
  frame(state)
    .map((line) => line.map(({ text }) => text).join(""))
    .join("\n");

describe("the palette", () => {
  it("lists what can be done where it was called, those of the screen first, without what moves cursors", () => {
    const listed = titles(typed("", pressed(ready(), "1").state));
    expect(listed[0]).toMatch(/^take or leave the column/);
    expect(listed).toContain("run with another seed");
    expect(listed).not.toContain("other columns in the picture");
    expect(listed).not.toContain("a page up");
    expect(listed).not.toContain("every action by its name");
  });

  it("keeps the actions that hold every word that was typed", () => {
    expect(titles(typed("seedanother"))).toEqual([]);
    expect(titles(typed("seed ANOTHER"))).toEqual(["run with another seed"]);
  });

  it("puts the key that was typed first, then the beginnings of words", () => {
    const state = pressed(ready(), "+", "escape").state;
    expect(titles(typed("u", state))[0]).toBe("undo the last change");
    expect(titles(typed("qu"))[0]).toBe("quit");
  });

  it("does what is chosen on Enter, where it was called", () => {
    const { state, effects } = pressed(typed("another seed"), "enter");
    expect(state.dialog.kind).toBe("none");
    expect(state.settings.seed).toBe(1);
    expect(effects).toMatchObject([{ type: "send", request: { type: "run" } }]);
  });

  it("chooses with the arrows, within what is listed, and shows each with its key", () => {
    const down = pressed(typed("the screen"), "down");
    expect(shown(down.state)).toMatch(/^▸2 +the screen Elbow/m);
    const far = pressed(typed("the screen"), ...Array.from({ length: 40 }, () => "down")).state;
    const last = titles(far).at(-1)!;
    expect(
      shown(far)
        .split("\n")
        .find((line) => line.startsWith("▸")),
    ).toContain(last);
    expect(pressed(far, "up").state).toEqual({ ...far, dialog: { ...far.dialog, cursor: titles(far).length - 2 } });
  });

  it("says so where nothing has these words, and does nothing then", () => {
    const state = typed("xyzzy");
    expect(shown(state)).toContain("No action has these words.");
    expect(pressed(state, "enter").effects).toEqual([]);
  });

  it("can stop the work under way", () => {
    const { effects } = pressed(typed("stop the work", computing()), "enter");
    expect(effects).toMatchObject([{ type: "send", request: { type: "cancel", lane: "run" } }]);
  });
});
