import { describe, expect, it } from "vitest";
import { type KeyFlags, keysOf } from "./keys.ts";

const NONE: KeyFlags = {
  ...{ upArrow: false, downArrow: false, leftArrow: false, rightArrow: false, pageUp: false, pageDown: false },
  ...{ home: false, end: false, return: false, escape: false, tab: false, backspace: false, delete: false },
  ...{ ctrl: false, meta: false },
};

describe("keysOf", () => {
  it("names keys by what is typed or what they are", () => {
    expect(keysOf("é", NONE)).toEqual(["é"]);
    expect(keysOf(" ", NONE)).toEqual(["space"]);
    expect(keysOf("", { ...NONE, downArrow: true })).toEqual(["down"]);
    expect(keysOf("c", { ...NONE, ctrl: true })).toEqual(["ctrl-c"]);
    expect(keysOf("", { ...NONE, escape: true, meta: true })).toEqual(["escape"]);
  });

  it("takes what was typed ahead or pasted as one key after the other", () => {
    expect(keysOf("2+\t\r\x03", NONE)).toEqual(["2", "+", "tab", "enter", "ctrl-c"]);
    expect(keysOf("年収", NONE)).toEqual(["年", "収"]);
  });

  it("takes Esc and a key that come as one for one after the other", () => {
    expect(keysOf("q", { ...NONE, meta: true })).toEqual(["escape", "q"]);
  });

  it("makes nothing of what it does not know", () => {
    for (const rest of ["[27;5;13~", "[<0;10;5M", "OP", "Oa", "[I", "[O"]) expect(keysOf(rest, NONE)).toEqual([]);
    expect(keysOf("[", NONE)).toEqual(["["]);
    expect(keysOf("[[", NONE)).toEqual(["[", "["]);
  });
});
