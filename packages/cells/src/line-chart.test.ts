import { describe, expect, it } from "vitest";
import { type LineChart, lineChart, lineChartGutter } from "./line-chart.ts";
import { inEveryLook, textOf } from "./testing/text.ts";

const elbow: LineChart = {
  xs: [1, 2, 3, 4, 5, 6],
  curves: [{ values: [100, 62, 30, 22, 18, 15] }],
  marked: 3,
  selected: 5,
  floor: 0,
};

describe("a line chart", () => {
  it("joins points by lines, labels every x, marks one by a dotted line", () => {
    expect(inEveryLook((symbols) => lineChart(elbow, { width: 36, height: 8, symbols }))).toMatchInlineSnapshot(`
      "
      100┤ ●⠢⡀       ┊
         │   ⠈⠒⢄     ┊
       50┤      ●⠤⡀  ┊
         │        ⠈⠒⢄⡀
         │           ●⠉⠒⠒⠢●⠤⠤⣀⣀●⣀⣀
        0┤           ┊            ⠉⠉●
         └─┴────┴────┴────┴────┴────┴─────
           1    2    3    4    5    6

      100┤ ●▄        ┊
         │   ▀▀▄     ┊
       50┤      ●▄   ┊
         │        ▀▀▄┊
         │           ●▀▀▄▄●▄▄▄▄●▄▄
        0┤           ┊            ▀▀●
         └─┴────┴────┴────┴────┴────┴─────
           1    2    3    4    5    6

      100+ o.        :
         |   ..      :
       50+     .o.   :
         |        .. :
         |          .o....o....o..
        0+           :            ..o
         +-+----+----+----+----+----+-----
           1    2    3    4    5    6
      "
    `);
  });

  it("draws several curves, told apart by their letters", () => {
    const chart: LineChart = {
      xs: [1, 2, 3, 4, 5],
      curves: [
        { values: [10, 8, 6, 4, 2], series: 0, letter: "A" },
        { values: [2, 4, 7, 8, 10], series: 1, letter: "B" },
      ],
    };
    expect(inEveryLook((symbols) => lineChart(chart, { width: 30, height: 7, symbols }))).toMatchInlineSnapshot(`
      "
      10┤ A⠑⠒⠤⢄⣀             ⢀⣀⠤⠔⠒B
        │       A⠑⠢⢄⣀ B⡠⠤⠔⠒⠊B⠁
        │          ⡠⠔⠋A⠢⢄⡀
       5┤      ⣀B⠒⠉      ⠈⠉⠒A⢄⡀
        │ B⡠⠔⠊⠉               ⠈⠑⠒⠤A
        └─┴─────┴─────┴─────┴─────┴─
          1     2     3     4     5

      10┤ A▀▄▄▄               ▄▄▄▀B
        │      ▀A▀▄▄▄ B▄▄▀▀▀B▀
        │          ▄▀▀A▄▄
       5┤      ▄B▀▀      ▀▀▄A▄
        │ B▄▀▀▀               ▀▀▀▄A
        └─┴─────┴─────┴─────┴─────┴─
          1     2     3     4     5

      10+ Aaa                  bbbB
        |    aaaAaa  bBbbbbbBbb
        |         baaaAaa
       5+    bbbBb       aaaAaa
        | Bbb                  aaaA
        +-+-----+-----+-----+-----+-
          1     2     3     4     5
      "
    `);
  });

  it("draws many points as the line they make, over round values of x", () => {
    const xs = Array.from({ length: 2000 }, (_, index) => index / 200);
    const wave = { xs, curves: [{ values: xs.map(Math.sin) }] };
    expect(textOf(lineChart(wave, { width: 44, height: 9, symbols: "braille" }))).toMatchInlineSnapshot(`
      "
          │   ⣠⠚⠉⠉⠙⢦⡀                 ⢀⡴⠋⠉⠉⠳⣄
       0.5┤ ⢀⡞⠁     ⠹⣄               ⣰⠋     ⠈⢧⡀
          │⢠⠏        ⠘⣆             ⡼⠁        ⢳⡀
       0.0┤⠏          ⠘⢦          ⢀⡼⠁          ⠱⡄
          │            ⠈⢧        ⢀⡞             ⠹⡄
      -0.5┤             ⠈⢳⡀     ⣠⠏               ⠘
          │               ⠙⢦⣀⣀⣠⠜⠁
          └┴──────┴───────┴───────┴───────┴───────
           0      2       4       6       8
      "
    `);
  });

  it("leaves a gap where a value is missing", () => {
    const chart = { xs: [1, 2, 3, 4, 5, 6], curves: [{ values: [5, 5, null, 5, Number.NaN, 5] }] };
    expect(textOf(lineChart(chart, { width: 26, height: 1, symbols: "ascii" }))).toMatchInlineSnapshot(`
      "
       o...o       o       o
      "
    `);
  });

  it("selects the points of one x, marks the others where they stand apart, and keeps the series of each", () => {
    const curves = [{ values: [1, 1, 1], series: 4 }];
    const frame = { width: 3, height: 1, symbols: "ascii" } as const;
    expect(lineChart({ xs: [1, 2, 3], curves, selected: 2 }, frame)).toEqual([
      [
        { text: "o", series: 4, tone: "marked" },
        { text: "o", series: 4, tone: "selected" },
        { text: "o", series: 4, tone: "marked" },
      ],
    ]);
    expect(lineChart({ xs: [1, 2, 3, 4], curves: [{ values: [1, 1, 1, 1] }] }, frame)).toEqual([
      [{ text: "...", series: null, tone: "plain" }],
    ]);
  });

  it("draws a later curve over the ones before it", () => {
    const curves = ["A", "B"].map((letter, series) => ({ values: [1, 2], series, letter }));
    const picture = lineChart({ xs: [1, 2], curves }, { width: 2, height: 1, symbols: "braille" });
    expect(picture).toEqual([[{ text: "BB", series: 1, tone: "marked" }]]);
  });

  it("stands in line with another where both have the wider one's gutter", () => {
    const frame = { width: 30, height: 8, symbols: "braille" } as const;
    const [inertia, silhouette] = [elbow, { ...elbow, curves: [{ values: [null, 0.5, 0.4, 0.3, 0.2, 0.1] }] }];
    const gutter = Math.max(lineChartGutter(inertia, frame), lineChartGutter(silhouette, frame));
    const corners = [inertia, silhouette].map((chart) => textOf(lineChart({ ...chart, gutter }, frame)).split("\n")[7]);
    expect(gutter).toBe(4);
    expect(corners[0]).toBe(corners[1]);
  });

  it("places values of x by their distance where they are not evenly apart", () => {
    const chart = { xs: [1, 2, 10], curves: [{ values: [1, 1, 1] }] };
    expect(textOf(lineChart(chart, { width: 24, height: 4, symbols: "ascii" }))).toMatchInlineSnapshot(`
      "
      1+o.o..................o
       |
       ++-+------------------+
        1 2                 10
      "
    `);
  });

  it("leaves out labels that would touch the one before them", () => {
    const chart = { xs: [9, 10, 11, 12, 13], curves: [{ values: [1, 1, 1, 1, 1] }] };
    expect(textOf(lineChart(chart, { width: 11, height: 4, symbols: "ascii" }))).toMatchInlineSnapshot(`
      "
      1+o.o.o.o.o
       |
       ++-+---+--
        9 10  12
      "
    `);
  });

  it("starts its range at the floor, and below it where values are lower", () => {
    const chart = { xs: [1, 2], curves: [{ values: [50, 100] }], floor: 0 };
    const frame = { width: 12, height: 9, symbols: "ascii" } as const;
    expect(textOf(lineChart(chart, frame))).toMatch(/^ {2}0\+/m);
    expect(textOf(lineChart({ ...chart, floor: 80 }, frame))).toMatch(/^ 60\+/m);
  });
});
