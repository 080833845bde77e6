import { describe, expect, it } from "vitest";
import { sessionOf } from "../session.ts";
import { still } from "../state/step.ts";
import { pressed } from "../testing/pressed.ts";
import { ready } from "../testing/shop.ts";
import type { KeyFlags } from "./keys.ts";
import { inputTaker } from "./pasting.ts";

const NONE: KeyFlags = {
  ...{ upArrow: false, downArrow: false, leftArrow: false, rightArrow: false, pageUp: false, pageDown: false },
  ...{ home: false, end: false, return: false, escape: false, tab: false, backspace: false, delete: false },
  ...{ ctrl: false, meta: false },
};

/** What comes of pieces of input: the keys of each press, and pasted texts. */
function taken(...pieces: readonly (readonly [string, Partial<KeyFlags>?])[]): unknown[] {
  const came: unknown[] = [];
  const take = inputTaker({ press: (keys) => came.push(keys), paste: (text) => came.push(text) });
  for (const [input, flags] of pieces) take(input, { ...NONE, ...flags });
  return came;
}

describe("a pasted text", () => {
  it("is no keys, in however many pieces it comes", () => {
    expect(taken(["r"], ["[200~"], ["quit "], ["", { return: true }], ["now"], ["[201~"], ["u"])).toEqual([
      ["r"],
      "quit \nnow",
      ["u"],
    ]);
  });

  it("whose end is lost is left by Ctrl-C", () => {
    expect(taken(["[200~"], ["wwq"], ["c", { ctrl: true }], ["q"])).toEqual([["ctrl-c"], ["q"]]);
  });

  it("goes into the line that is typed, in one line", () => {
    const session = sessionOf(still(pressed(ready(), "n", "ctrl-u").state), () => {});
    session.paste("Best\r\n\tspenders\n");
    expect(session.state().dialog).toMatchObject({ input: { characters: Array.from("Best spenders"), caret: 13 } });
  });

  it("does nothing else, and says so", () => {
    const before = ready();
    const session = sessionOf(still(before), () => {
      throw new Error("nothing is to be done");
    });
    session.paste("q");
    expect(session.state()).toEqual({
      ...before,
      message: { tone: "info", text: "Nothing was done: text can be pasted where a line is typed." },
    });
  });
});
