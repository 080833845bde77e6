import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { beside, block, cell, fit, line, rule, span, widthOf } from "./line.ts";

const textOf = (spans: readonly { text: string }[]): string => spans.map(({ text }) => text).join("");
const names = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc.constant("年収 👩‍👩‍👧 \x1b[2J"),
);

describe("a line", () => {
  it("fits exactly the cells it is given, whatever its text holds", () => {
    fc.assert(
      fc.property(fc.array(names, { maxLength: 4 }), fc.nat(40), (texts, width) => {
        const fitted = fit(
          texts.map((text) => span(`${text} `)),
          width,
        );
        expect(widthOf(fitted)).toBe(width);
        expect(stringWidth(textOf(fitted))).toBe(width);
      }),
    );
  });

  it("pads cells on the side that their text does not stand on", () => {
    expect(cell("ab", 4).text).toBe("ab  ");
    expect(cell("81", 4, undefined, "end").text).toBe("  81");
    expect(cell("customers", 4).text).toBe("cus…");
  });

  it("carries a title in a rule", () => {
    expect(textOf(rule(line("Segments"), 16))).toBe("─ Segments ─────");
    expect(textOf(rule([], 4))).toBe("────");
  });

  it("stands beside another with a rule between", () => {
    expect(beside(block([line("a")], 3, 2), block([line("b")], 2, 2)).map(textOf)).toEqual(["a  │b ", "   │  "]);
  });

  it("stands beside another with a rule that meets those of titles", () => {
    const ruled = rule(line("a"), 6);
    const plain = line("abcdef");
    const joined = beside([ruled, plain, ruled, plain, ruled], [ruled, plain, plain, ruled, ruled]).map(textOf);
    expect(joined).toEqual(["─ a ──┬─ a ──", "abcdef│abcdef", "─ a ──┤abcdef", "abcdef├─ a ──", "─ a ──┼─ a ──"]);
  });
});
