import { describe, expect, it } from "vitest";
import type { Line } from "../text/line.ts";
import { centeredBar } from "./bars.ts";
import { curveLines } from "./curve.ts";
import { emptyRaster, glyph, setDot, setLine } from "./raster.ts";
import { scatter } from "./scatter.ts";

const texts = (lines: readonly Line[]): string[] => lines.map((line) => line.map(({ text }) => text).join(""));

/** The dots of a braille character. */
const dotsOf = (character: string): number =>
  Array.from((character.codePointAt(0)! - 0x2800).toString(2)).filter((bit) => bit === "1").length;

describe("a raster", () => {
  it("sets dots of braille cells from the top left", () => {
    const raster = emptyRaster(2, 1, "braille");
    for (const [x, y] of [
      [0, 0],
      [1, 3],
      [2, 1],
    ] as const) {
      setDot(raster, x, y);
    }
    expect([glyph(raster, 0, ""), glyph(raster, 1, "")]).toEqual(["⢁", "⠂"]);
    expect(setDot(raster, 4, 0)).toBe(-1);
    expect(setDot(raster, 0, -1)).toBe(-1);
  });

  it("draws a line with both its ends", () => {
    const raster = emptyRaster(3, 1, "letters");
    setLine(raster, 2, 0, 0, 0);
    expect([0, 1, 2].map((index) => glyph(raster, index, "x"))).toEqual(["x", "x", "x"]);
  });
});

describe("a scatter", () => {
  const points = {
    x: [0, 0, 100, 100, Number.NaN],
    y: [0, 0, 50, 50, 1],
    labels: [0, 0, 1, -1, 1],
    letters: ["A", "B"],
    marks: [],
    step: 1,
  };

  it("puts points between axes in the file's units, in the color of their segment", () => {
    const lines = scatter(points, 24, 8, "letters");
    expect(texts(lines)).toEqual([
      ...["  │                    b", "40┤                     ", "  │                     "],
      ...["20┤                     ", "  │                     ", " 0┤a                    "],
      ...["  └┴─────────┴─────────┴", "   0         50      100"],
    ]);
    expect(lines[0]!.find(({ text }) => text.includes("b"))?.style).toEqual({ segment: 1 });
    expect(lines[5]!.find(({ text }) => text.includes("a"))?.style).toEqual({ segment: 0 });
  });

  it("gives a cell to the segment that most of its points belong to", () => {
    const mixed = { ...points, x: [0, 0, 0, 9], y: [0, 0, 0, 9], labels: [1, 1, 0, 0] };
    expect(texts(scatter(mixed, 24, 8, "letters"))[5]).toMatch(/b/);
  });

  it("draws larger dots where there are few points for much room", () => {
    const one = { ...points, x: [0, 1, 1], y: [0, 1, 1], labels: [-1, 0, 0], letters: ["A"] };
    const dots = (width: number, height: number): string =>
      texts(scatter({ ...one, x: [0, 0.5, 1], y: [0, 0.5, 1] }, width, height, "braille"))
        .join("")
        .replace(/[^⠁-⣿]/g, "");
    expect(Array.from(dots(40, 20), dotsOf).reduce((sum, count) => sum + count)).toBeGreaterThan(
      Array.from(dots(6, 4), dotsOf).reduce((sum, count) => sum + count),
    );
  });

  it("marks centers by their letters, the selected one over the others", () => {
    const marks = [
      { x: 50, y: 25, letter: "A", segment: 0, selected: false },
      { x: 50, y: 25, letter: "B", segment: 1, selected: true },
    ];
    const drawn = scatter({ ...points, marks }, 24, 8, "braille").flat();
    expect(drawn.filter(({ text }) => /[AB]/.test(text))).toMatchObject([{ text: "B", style: { inverse: true } }]);
  });
});

describe("a curve", () => {
  const curve = { xs: [1, 2, 3, 4], values: [100, 20, 10, null], marked: 2, selected: 3, floor: 0 };

  it("labels every x, marks one of them by a dotted line and selects a point", () => {
    const lines = curveLines(curve, 24, 8, "braille");
    expect(texts(lines)).toHaveLength(8);
    expect(texts(lines).at(-1)).toMatch(/^ +1 +2 +3 +4 *$/);
    expect(texts(lines).filter((line) => line.includes("┊")).length).toBeGreaterThanOrEqual(4);
    expect(lines.flat().filter(({ text }) => text === "●")).toHaveLength(3);
    expect(lines.flat().filter(({ style }) => style.inverse)).toHaveLength(1);
  });
});

describe("a centered bar", () => {
  it("leaves the center to the side of the sign, and is cut where it is full", () => {
    expect([0, 0.5, -0.5, 0.25, 9, -9].map((value) => centeredBar(value, 1, 2))).toEqual([
      "  │  ",
      ...["  │█ ", " █│  ", "  │▌ ", "  │██", "██│  "],
    ]);
  });
});
