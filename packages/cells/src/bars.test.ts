import { describe, expect, it } from "vitest";
import { bar, barChart, centeredBar } from "./bars.ts";
import { inEveryLook, textOf } from "./testing/text.ts";

describe("bars", () => {
  it("stand on the left, the longest over the whole width", () => {
    const bars = { values: [81, 39, 35, 23, 1, 0] };
    expect(inEveryLook((symbols) => barChart(bars, { width: 20, height: 9, symbols }))).toMatchInlineSnapshot(`
      "
      ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿
      ⣿⣿⣿⣿⣿⣿⣿⣿⣿⡇
      ⣿⣿⣿⣿⣿⣿⣿⣿⡇
      ⣿⣿⣿⣿⣿⡇



      ████████████████████
      █████████▋
      ████████▋
      █████▋
      ▎


      ####################
      ##########
      #########
      ######


      "
    `);
  });

  it("leave a center line where one of them is negative", () => {
    const bars = { values: [2, -1, 0.3, -0.3, 0] };
    expect(inEveryLook((symbols) => barChart(bars, { width: 21, height: 9, symbols }))).toMatchInlineSnapshot(`
      "
                │⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿
           ⣿⣿⣿⣿⣿│
                │⣿⡇
              ⢸⣿│
                │

                │██████████
           █████│
                │█▌
              ▐█│
                │

                |##########
           #####|
                |##
              ##|
                |
      "
    `);
  });

  it("have the series of all, or each its own, and as many lines as there is room for", () => {
    const frame = { width: 2, height: 2, symbols: "ascii" } as const;
    expect(barChart({ values: [1, 2, 3], series: 5, most: 2 }, frame)).toEqual([
      [{ text: "# ", series: 5, tone: "plain" }],
      [{ text: "##", series: 5, tone: "plain" }],
    ]);
    expect(
      barChart({ values: [1, 2], series: [3] }, frame)
        .flat()
        .map(({ series }) => series),
    ).toEqual([3, null]);
  });

  it("are as long as the largest finite value allows", () => {
    const values = [Number.POSITIVE_INFINITY, 4, 2, Number.NaN];
    expect(textOf(barChart({ values }, { width: 4, height: 4, symbols: "ascii" }))).toBe("\n####\n####\n##\n\n");
  });

  it("leave a center line where asked to, negative or not", () => {
    expect(textOf(barChart({ values: [1], centered: true }, { width: 5, height: 1, symbols: "blocks" }))).toBe(
      "\n  │██\n",
    );
  });
});

describe("a bar", () => {
  it("is cut where it is full, and nothing for what is no number", () => {
    const values = [0, -0, 0.5, -0.5, 0.25, 9, -9, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN];
    expect(values.map((value) => centeredBar(value, 1, 5, "blocks"))).toEqual([
      ...["  │  ", "  │  ", "  │█ ", " █│  ", "  │▌ ", "  │██", "██│  ", "  │██", "██│  ", "  │  "],
    ]);
    expect(values.map((value) => bar(value, 1, 2, "blocks"))).toEqual([
      ...["  ", "  ", "█ ", "  ", "▌ ", "██", "  ", "██", "  ", "  "],
    ]);
  });

  it("grows by eighths of a block, by half a braille cell, by a character", () => {
    const eighths = Array.from({ length: 9 }, (_, index) => index / 8);
    expect(eighths.map((value) => bar(value, 1, 1, "blocks")).join("")).toBe(" ▏▎▍▌▋▊▉█");
    expect(eighths.map((value) => bar(value, 1, 1, "braille")).join("")).toBe("  ⡇⡇⡇⡇⣿⣿⣿");
    expect(eighths.map((value) => bar(value, 1, 1, "ascii")).join("")).toBe("    #####");
  });

  it("has a cell left over where a center line cannot stand in the middle", () => {
    expect([0, 1, 2, 3, 4].map((width) => centeredBar(1, 1, width, "ascii"))).toEqual(["", "|", "| ", " |#", " |# "]);
  });
});
