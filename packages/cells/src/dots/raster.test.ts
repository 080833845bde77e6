import { describe, expect, it } from "vitest";
import { cellOf, emptyRaster, glyph, majority, setLine, setterOf } from "./raster.ts";

describe("a raster", () => {
  it("sets dots of braille cells from the top left, and none outside", () => {
    const raster = emptyRaster(2, 1, "braille");
    const setDot = setterOf(raster);
    for (const [x, y] of [
      ...([
        [0, 0],
        [1, 3],
        [2, 1],
      ] as const),
      ...([
        [4, 0],
        [0, -1],
        [0, 4],
        [-1, 0],
        [Number.NaN, 0],
      ] as const),
    ]) {
      setDot(x, y, 0);
    }
    expect([glyph(raster, 0, ""), glyph(raster, 1, "")]).toEqual(["⢁", "⠂"]);
  });

  it("draws every braille dot and both halves of a block by the right character", () => {
    const drawnAlone = (symbols: "braille" | "blocks", x: number, y: number): string => {
      const raster = emptyRaster(1, 1, symbols);
      setterOf(raster)(x, y, 0);
      return glyph(raster, 0, "");
    };
    const rows = [0, 1, 2, 3];
    expect(rows.map((y) => drawnAlone("braille", 0, y) + drawnAlone("braille", 1, y))).toEqual([
      ...["⠁⠈", "⠂⠐", "⠄⠠", "⡀⢀"],
    ]);
    expect([0, 1].map((y) => drawnAlone("blocks", 0, y))).toEqual(["▀", "▄"]);
  });

  it("draws a line with both its ends, in any direction", () => {
    const shown = (from: readonly [number, number], to: readonly [number, number]): string[] => {
      const raster = emptyRaster(4, 3, "ascii");
      setLine(setterOf(raster), from, to, 0);
      return [0, 1, 2].map((row) => [0, 1, 2, 3].map((column) => glyph(raster, row * 4 + column, "x")).join(""));
    };
    expect(shown([3, 1], [0, 1])).toEqual(["    ", "xxxx", "    "]);
    expect(shown([2, 2], [0, 0])).toEqual(["x   ", " x  ", "  x "]);
    expect(shown([1, 1], [1, 1])).toEqual(["    ", " x  ", "    "]);
  });

  it("knows which group set most dots of a cell, the lowest on a tie", () => {
    const raster = emptyRaster(3, 1, "blocks", 3);
    const setDot = setterOf(raster);
    for (const group of [2, 2, 1]) setDot(0, 0, group);
    for (const group of [2, 1]) setDot(1, 1, group);
    expect([0, 1, 2].map((index) => majority(raster, index))).toEqual([2, 1, -1]);
  });

  it("knows the cell of a dot", () => {
    expect(cellOf(emptyRaster(5, 3, "braille"), 9, 11)).toBe(14);
  });
});
