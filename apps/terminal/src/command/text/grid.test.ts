import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grid, wrapped } from "./grid.ts";
import { cellsOf, visible } from "./visible.ts";

describe("grid", () => {
  it("lines columns up by terminal cells", () => {
    const lines = grid([
      { align: "left", cells: ["name", "年収", "e"] },
      { align: "right", cells: ["size", "7", "1000"] },
      { align: "left", cells: ["note", "", "x"] },
    ]);
    expect(lines).toEqual(["name  size  note", "年収     7", "e     1000  x"]);
  });
});

describe("wrapped", () => {
  it("breaks between words and indents what follows", () => {
    expect(wrapped("rows  one two three", 10, "      ")).toEqual(["rows  one", "      two", "      thre", "      e"]);
    expect(wrapped("a 年収年収 b", 5)).toEqual(["a", "年収", "年収", "b"]);
    expect(wrapped("", 5)).toEqual([""]);
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
