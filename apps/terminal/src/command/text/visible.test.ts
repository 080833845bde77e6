import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOf, fitted, visible } from "./visible.ts";

describe("visible", () => {
  it("leaves names of any language and emoji alone", () => {
    for (const name of ["Jahreseinkommen (€)", "年収", "👩‍👩‍👧 family", "e\u0301"]) expect(visible(name)).toBe(name);
  });

  it("writes out escape codes, line breaks and what turns the direction of text", () => {
    expect(visible("\x1b[31mred\x07")).toBe("\\x1b[31mred\\x07");
    expect(visible("a\nb\tc\rd")).toBe("a\\nb\\tc\\rd");
    expect(visible("\u202egnp.exe\u2066\u009b2J\ufeff")).toBe("\\u202egnp.exe\\u2066\\x9b2J\\ufeff");
    expect(visible("\ud800 and \udc00")).toBe("\\ud800 and \\udc00");
  });

  it("never lets a control character through", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(visible(text)).not.toMatch(/\p{Cc}|\p{Cs}|\p{Zl}|\p{Zp}/u);
        expect(visible(visible(text))).toBe(visible(text));
      }),
    );
  });
});

describe("fitted", () => {
  it("keeps what fits and marks what was cut", () => {
    expect(fitted("income", 6)).toBe("income");
    expect(fitted("income", 5)).toBe("inco…");
    expect(fitted("年収年収", 4)).toBe("年…");
    expect(fitted("income", 0)).toBe("");
  });

  it("never takes more cells than it was given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(12), (text, width) => {
        expect(cellsOf(fitted(visible(text), width))).toBeLessThanOrEqual(width);
      }),
    );
  });
});
