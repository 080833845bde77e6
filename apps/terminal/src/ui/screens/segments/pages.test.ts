import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { line } from "../../text/line.ts";
import type { Section } from "./card/sections.ts";
import { pageBlock, pagesOf } from "./pages.ts";

const WIDTH = 24;
const section = (name: string, count: number): Section => ({
  title: line(name),
  lines: Array.from({ length: count }, (_, row) => line(`${name}${row}.`)),
});
const shown = (sections: readonly Section[], height: number): string[][] => {
  const pages = pagesOf(sections, WIDTH, height);
  return pages.map((_, turn) => {
    return pageBlock(pages, turn, WIDTH, height).map((spans) =>
      spans
        .map(({ text }) => text)
        .join("")
        .trimEnd(),
    );
  });
};

describe("pages", () => {
  it("hold sections one under the other where they fit", () => {
    expect(shown([section("a", 2), section("b", 1)], 6)).toEqual([
      ["─ a ────────────────────", "a0.", "a1.", "─ b ────────────────────", "b0.", ""],
    ]);
  });

  it("do not tear a section apart that fits on a page, and say how many they are", () => {
    expect(shown([section("a", 2), section("b", 3)], 5)).toEqual([
      ["─ a ────────────── 1/2 ─", "a0.", "a1.", "", ""],
      ["─ b ────────────── 2/2 ─", "b0.", "b1.", "b2.", ""],
    ]);
  });

  it("fill what is left of a page with a later section that fits there", () => {
    expect(shown([section("a", 2), section("b", 4), section("c", 1)], 6)).toEqual([
      ["─ a ────────────── 1/2 ─", "a0.", "a1.", "─ c ────────────────────", "c0.", ""],
      ["─ b ────────────── 2/2 ─", "b0.", "b1.", "b2.", "b3.", ""],
    ]);
  });

  it("go on with a section that is longer than a page, under its title again", () => {
    expect(shown([section("a", 5)], 4)).toEqual([
      ["─ a ────────────── 1/2 ─", "a0.", "a1.", "a2."],
      ["─ a ────────────── 2/2 ─", "a3.", "a4.", ""],
    ]);
  });

  it("show every line once, whatever the height", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 2, max: 20 }),
        (counts, height) => {
          const sections = counts.map((count, i) => section("abcd"[i]!, count));
          const lines = shown(sections, height).flat();
          for (const { lines: own } of sections) {
            const texts = own.map((spans) => spans.map(({ text }) => text).join(""));
            expect(lines.filter((text) => texts.includes(text))).toEqual(texts);
          }
        },
      ),
    );
  });
});
