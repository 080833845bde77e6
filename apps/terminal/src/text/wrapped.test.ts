import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOf, visible } from "./visible.ts";
import { wrapped } from "./wrapped.ts";

describe("wrapped", () => {
  it("breaks between words and indents what follows", () => {
    expect(wrapped("rows  one two three", 10, "      ")).toEqual(["rows  one", "      two", "      thre", "      e"]);
    expect(wrapped("a 年収年収 b", 5)).toEqual(["a", "年収", "年収", "b"]);
    expect(wrapped("", 5)).toEqual([""]);
    expect(wrapped("aaaaaaa bb", 3)).toEqual(["aaa", "aaa", "a", "bb"]);
  });

  it("loses nothing and keeps to the width", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }).map(visible), fc.integer({ min: 4, max: 30 }), (text, width) => {
        const lines = wrapped(text, width, "  ");
        for (const line of lines) expect(cellsOf(line)).toBeLessThanOrEqual(width);
        expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
      }),
    );
  });
});
