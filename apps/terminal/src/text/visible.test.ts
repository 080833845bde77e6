import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { cellsOf, clipped, visible, widestOf } from "./visible.ts";

describe("visible", () => {
  it("shows control characters instead of sending them", () => {
    expect(visible("\x1b[31mred\x07\r\n\x7f\x9b2J")).toBe("␛[31mred␇␍␊␡�2J");
    expect(visible("a\u202egnp.exe\ud800")).toBe("a�gnp.exe�");
  });

  it("draws joined emoji as their parts, whose width terminals agree on", () => {
    expect(visible("👩‍👩‍👧 ❤️ 👍🏽")).toBe("👩👩👧 ❤ 👍");
  });

  it("takes as many cells beside other text as alone", () => {
    for (const text of ["\u0e33", "\u0e01\u0e33", "\u0eb3", "\u0d4e", "\u0600", "\u0301"]) {
      const shown = visible(text);
      expect(stringWidth(` ${shown} `)).toBe(stringWidth(shown) + 2);
    }
  });

  it("leaves names of any language alone", () => {
    for (const name of ["Jahreseinkommen (€)", "年収", "доход", "الدخل"]) expect(visible(name)).toBe(name);
    expect(visible("e\u0301")).toBe("é");
  });

  it("lets nothing through that a terminal would obey", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(visible(text)).not.toMatch(/\p{Cc}|\p{Cs}|\p{Zl}|\p{Zp}|\u200d/u);
      }),
    );
  });
});

describe("cellsOf", () => {
  it("counts as a terminal does what it does not look up", () => {
    const narrow = Array.from({ length: 0x2900 }, (_, code) => String.fromCharCode(code)).filter((text) => {
      return visible(text) === text && text !== "";
    });
    for (const text of narrow) expect([text, cellsOf(text)]).toEqual([text, stringWidth(text)]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...narrow)), (some) => {
        const text = visible(some.join(""));
        expect(cellsOf(text)).toBe(stringWidth(text));
      }),
    );
  });
});

describe("widestOf", () => {
  it("is what the widest text takes once it is visible", () => {
    expect(widestOf(["ab", "年収", "a\x1bb"])).toBe(4);
    expect(widestOf([])).toBe(0);
  });
});

describe("clipped", () => {
  it("keeps what fits and marks what was cut", () => {
    expect(clipped("income", 6)).toBe("income");
    expect(clipped("income", 5)).toBe("inco…");
    expect(clipped("年収年収", 4)).toBe("年…");
    expect(clipped("income", 0)).toBe("");
  });

  it("never takes more cells than it was given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(12), (text, width) => {
        const cut = clipped(visible(text), width);
        expect(stringWidth(cut)).toBeLessThanOrEqual(width);
        expect(cellsOf(cut)).toBe(stringWidth(cut));
      }),
    );
  });
});
