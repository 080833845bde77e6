import { describe, expect, it } from "vitest";
import type { Run } from "./picture.ts";
import { type Mark, type Scatter, scatterChart } from "./scatter.ts";
import { inEveryLook, textOf } from "./testing/text.ts";

/** Three loose groups in the corners, the last row of no series. */
const points: Scatter = {
  x: [0, 5, 12, 8, 90, 100, 95, 85, 10, 0, 20, 50],
  y: [0, 6, 3, 12, 50, 45, 38, 44, 50, 41, 46, 25],
  series: [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, -1],
  letters: ["A", "B", "C"],
};

describe("a scatter", () => {
  it("stands between axes in the units of its values", () => {
    expect(inEveryLook((symbols) => scatterChart(points, { width: 36, height: 8, symbols }))).toMatchInlineSnapshot(`
      "
        │   ⠛  ⠰⠆                    ⣤⠘⠃ ⣤
      40┤⠛                              ⠶
        │
      20┤
        │  ⢠⡄
       0┤⣤⠰⠆⢠⡄
        └┴─────┴──────┴─────┴──────┴─────┴
         0     20     40    60     80  100

        │   ▀  ▀                     ▄▀  ▄
      40┤▀                              ▀
        │
      20┤
        │  ▄
       0┤▄▀ ▄
        └┴─────┴──────┴─────┴──────┴─────┴
         0     20     40    60     80  100

        |   c  c                     bb  b
      40+c                              b
        |
      20+
        |  a
       0+aa a
        ++-----+------+-----+------+-----+
         0     20     40    60     80  100
      "
    `);
  });

  it("draws trails over the points, and letters over both", () => {
    const trails = [{ xs: [50, 20, 10], ys: [30, 20, 5], series: 0 }];
    const marks = [
      { x: 10, y: 5, letter: "A", series: 0 },
      { x: 92, y: 44, letter: "B", series: 1 },
    ];
    const film = { ...points, trails, marks };
    expect(inEveryLook((symbols) => scatterChart(film, { width: 36, height: 8, symbols }))).toMatchInlineSnapshot(`
      "
        │   ⠛  ⠰⠆                    ⣤⠘B ⣤
      40┤⠛                              ⠶
        │            ⣀⣀⠤⠤○
      20┤      ⡠⠤⠒⠒⠉⠉
        │  ⢠⡄⡠⠊
       0┤⣤⠰⠆A⡄
        └┴─────┴──────┴─────┴──────┴─────┴
         0     20     40    60     80  100

        │   ▀  ▀                     ▄▀B ▄
      40┤▀                              ▀
        │            ▄▄▄▀○
      20┤      ▄▄▀▀▀▀
        │  ▄ ▄▀
       0┤▄▀ A
        └┴─────┴──────┴─────┴──────┴─────┴
         0     20     40    60     80  100

        |   c  c                     bbB b
      40+c                              b
        |            ++++o
      20+      ++++++
        |  a ++
       0+aa A
        ++-----+------+-----+------+-----+
         0     20     40    60     80  100
      "
    `);
  });

  /** The runs of a picture of one line, which has no axes. */
  const runsOf = (scatter: Scatter, width: number): readonly Run[] => {
    return scatterChart(scatter, { width, height: 1, symbols: "ascii" })[0] ?? [];
  };
  const row = (x: readonly number[], series: readonly number[]): Scatter => {
    return { x, y: x.map(() => 0), series, letters: ["A", "B", "C"] };
  };

  it("gives neighbors of one series to one run", () => {
    expect(runsOf(row([0, 1, 2, 3], [0, 0, 1, 2]), 4)).toEqual([
      { text: "aa", series: 0, tone: "plain" },
      { text: "b", series: 1, tone: "plain" },
      { text: "c", series: 2, tone: "plain" },
    ]);
  });

  it("gives a cell to the series that most of its points belong to, the lowest on a tie", () => {
    expect(runsOf(row([0, 0, 0, 9, 9], [0, 1, 1, 2, 1]), 2)).toEqual([{ text: "bb", series: 1, tone: "plain" }]);
  });

  it("leaves out points of no series, and those that are not finite, but not from its axes", () => {
    const { POSITIVE_INFINITY, NaN: none } = Number;
    expect(textOf([runsOf(row([0, 9, 0, none, POSITIVE_INFINITY, 1], [-1, 1, 3, 0, 0, 0.5]), 10)])).toBe(
      "\n         b\n",
    );
  });

  it("has on a side in powers of ten no number larger or smaller than there are", () => {
    for (const value of [Number.MAX_VALUE, Number.MIN_VALUE]) {
      const alone: Scatter = { x: [0], y: [value], series: [0], letters: ["A"], log: { x: false, y: true } };
      const text = textOf(scatterChart(alone, { width: 20, height: 9, symbols: "ascii" }));
      expect(text).not.toMatch(/Infinity|NaN/);
      expect(text).toContain("a");
    }
  });

  it("draws one of every so many rows where there is a step", () => {
    const drawn = runsOf({ ...row([0, 1, 2, 3], [0, 1, 1, 2]), step: 2 }, 4);
    expect(drawn.map(({ text }) => text)).toEqual(["a", "  ", "c"]);
  });

  it("draws all that there is, although rows of a kind come as often as one is drawn", () => {
    const rows = Array.from({ length: 4000 }, (_, row) => row % 3);
    const drawn = runsOf({ ...row(rows, rows), step: 21 }, 3);
    expect(drawn.map(({ text }) => text)).toEqual(["a", "b", "c"]);
  });

  it("has cells with highlighted points stand out, each in the series of most of these", () => {
    const crowd = row([0, 0, 0, 1, 2, 9], [0, 0, 1, 0, 2, 2]);
    expect(runsOf({ ...crowd, highlighted: [2, 4] }, 10)).toEqual([
      { text: "b", series: 1, tone: "selected" },
      { text: "a", series: 0, tone: "plain" },
      { text: "c", series: 2, tone: "selected" },
      { text: "      ", series: null, tone: "plain" },
      { text: "c", series: 2, tone: "plain" },
    ]);
    expect(runsOf({ ...row([0, 1, 2, 3], [0, 1, 1, -1]), step: 2, highlighted: [1, 2, 9] }, 4)).toEqual([
      { text: "a", series: 0, tone: "plain" },
      { text: "   ", series: null, tone: "plain" },
    ]);
  });

  it("marks centers by one ASCII character each, the first of a cell unless another is selected", () => {
    const mark = (x: number, letter: string, selected = false): Mark => ({ x, y: 0, letter, series: 7, selected });
    const marks = [mark(0, "A"), mark(0, "B"), mark(1, "C"), mark(1, "D", true), mark(2, "年"), mark(Number.NaN, "E")];
    expect(runsOf({ ...row([0, 2], [-1, -1]), marks }, 3)).toEqual([
      { text: "A", series: 7, tone: "marked" },
      { text: "D", series: 7, tone: "selected" },
      { text: "?", series: 7, tone: "marked" },
    ]);
  });

  it("has room for letters and trails that are outside of its points", () => {
    const all = row([5, 6], [0, 0]);
    const marks = [{ x: 0, y: 0, letter: "M", series: 1 }];
    const trails = [{ xs: [10, 9], ys: [0, 0], series: 2 }];
    expect(textOf([runsOf({ ...all, marks, trails }, 11)])).toBe("\nM    aa  +o\n");
    const down = { x: [0, 0], y: [5, 5], series: [0, 0], letters: ["A"] };
    const tall = { marks: [{ x: 0, y: 9, letter: "M", series: 1 }], trails: [{ xs: [0], ys: [0], series: 2 }] };
    expect(textOf(scatterChart({ ...down, ...tall }, { width: 1, height: 3, symbols: "ascii" }))).toBe("\nM\na\no\n");
  });

  it("draws larger dots where there are few points for much room", () => {
    const one = { x: [0, 5, 10], y: [0, 5, 10], series: [-1, 0, -1], letters: ["A"] };
    const dots = (width: number, height: number): string => {
      return textOf(scatterChart(one, { width, height, symbols: "braille" })).replace(/[^⠁-⣿]/g, "");
    };
    expect([dots(7, 5), dots(13, 9)]).toEqual(["⠂", "⠶"]);
  });

  it("keeps the size of its dots where it has some lines fewer", () => {
    const few = {
      x: [...Array(200).keys()],
      y: [1, ...Array(199).fill(0)],
      series: Array(200).fill(0),
      letters: ["A"],
    };
    const large = (height: number): boolean => {
      return textOf(scatterChart(few, { width: 70, height, symbols: "braille" })).includes("⣤");
    };
    expect([22, 20, 18, 14, 6].map(large)).toEqual([true, true, true, true, false]);
  });

  it("gives each power of ten the same room on sides that are so, and leaves out what is not above 0 there", () => {
    const skewed = { x: [1, 10, 100, 1000, 0, -5], y: [1, 2, 3, 4, 2, 2], series: [0, 0, 0, 0, 0, 0], letters: ["A"] };
    const log = { x: true, y: false };
    expect(textOf(scatterChart({ ...skewed, log }, { width: 33, height: 8, symbols: "ascii" }))).toMatchInlineSnapshot(`
      "
      4+                              a
       |                    a
       |
      2+          a
       |
       |a
       ++---------+---------+---------+
        1         10       100       1k
      "
    `);
    const nothing = { ...skewed, x: [-1, -2, -3, -4, 0, 0], log };
    expect(textOf(scatterChart(nothing, { width: 12, height: 3, symbols: "ascii" }))).not.toContain("a");
  });

  it("labels its side at even distances", () => {
    const tall = { x: [0, 1], y: [1, 99], series: [0, 0], letters: ["A"] };
    const lines = textOf(scatterChart(tall, { width: 20, height: 21, symbols: "ascii" })).split("\n");
    const ticks = lines.flatMap((text, row) => (/\d\+/.test(text) ? [row] : []));
    expect(ticks.slice(1).map((row, index) => row - ticks[index]!)).toEqual([4, 4, 4]);
  });
});
