import { describe, expect, it } from "vitest";
import type { ColorLevel } from "../../text/color.ts";
import { span } from "./line.ts";
import type { Theme } from "./look.ts";
import { paint } from "./paint.ts";

const shown = (style: Parameters<typeof span>[1], color: ColorLevel, theme: Theme = "dark"): string =>
  paint([span("A", style)], { color, utf8: true, theme, reader: false });

const inAscii = (text: string): string => paint([span(text)], { color: 0, utf8: false, theme: "dark", reader: false });

describe("paint", () => {
  it("sends what the terminal understands: 256 colors, sixteen, none", () => {
    expect(shown({ segment: 0 }, 3)).toBe("\x1b[38;5;214mA\x1b[39m");
    expect(shown({ segment: 0 }, 2)).toBe("\x1b[38;5;214mA\x1b[39m");
    expect(shown({ segment: 0 }, 1)).toBe("\x1b[33mA\x1b[39m");
    expect(shown({ segment: 0 }, 0)).toBe("A");
  });

  it("takes the colors for the ground, and none where none of the sixteen can be read there", () => {
    expect(shown({ segment: 0 }, 2, "light")).toBe("\x1b[38;5;130mA\x1b[39m");
    expect(shown({ alarm: true }, 2)).toBe("\x1b[38;5;203mA\x1b[39m");
    expect(shown({ alarm: true }, 1)).toBe("A");
    expect(shown({ alarm: true }, 1, "light")).toBe("\x1b[31mA\x1b[39m");
  });

  it("has a color for what is no segment's", () => {
    expect(shown({ accent: true }, 2)).toBe("\x1b[38;5;147mA\x1b[39m");
    expect(shown({ accent: true, segment: 0 }, 2)).toBe(shown({ segment: 0 }, 2));
    expect(shown({ accent: true }, 1, "light")).toBe("\x1b[34mA\x1b[39m");
    expect(shown({ accent: true }, 0)).toBe("A");
  });

  it("keeps bold and inverse video where there is no color", () => {
    expect(shown({ bold: true, inverse: true, segment: 3, alarm: true }, 0)).toBe("\x1b[1;7mA\x1b[22;27m");
  });

  it("gives eight segments eight colors, and the ninth the first again", () => {
    for (const level of [1, 2, 3] as const) {
      const codes = Array.from({ length: 9 }, (_, segment) => shown({ segment }, level));
      expect(new Set(codes.slice(0, 8)).size).toBe(8);
      expect(codes[8]).toBe(codes[0]);
    }
  });

  it("draws in ASCII, cell for cell, where the locale is not UTF-8", () => {
    expect(inAscii("▸A │ 年収 █▌ …")).toBe(">A | ???? ## ~");
    expect(inAscii("Café Ångström ß")).toBe("Cafe Angstrom ?");
  });
});
