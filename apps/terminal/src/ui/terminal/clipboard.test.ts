import { describe, expect, it } from "vitest";
import { copying } from "../state/copy.ts";
import { ready } from "../testing/shop.ts";
import { clipboardCode, MOST_BYTES } from "./clipboard.ts";

describe("the clipboard", () => {
  it("is sent text as OSC 52 in base64, whatever it holds", () => {
    expect(clipboardCode("Zoë\x1b")).toBe("\x1b]52;c;Wm/Dqxs=\x07");
    expect(clipboardCode("a".repeat(MOST_BYTES))).toHaveLength(100_000);
  });

  it("says what was copied", () => {
    const { state, effects } = copying(ready(), "income over 70", "the rule of segment B");
    expect(effects).toEqual([{ type: "copy", text: "income over 70" }]);
    expect(state.message).toEqual({ tone: "info", text: "Copied the rule of segment B." });
  });

  it("says so where a text is too long, and sends nothing", () => {
    const { state, effects } = copying(ready(), "é".repeat(40_000), "all customers");
    expect(effects).toEqual([]);
    expect(state.message?.text).toBe("Too long to copy: terminals take 74,994 bytes at most.");
  });
});
