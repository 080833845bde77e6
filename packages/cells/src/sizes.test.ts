import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { barChart } from "./bars.ts";
import type { Frame, Symbols } from "./frame.ts";
import { binsOf } from "./histogram/bins.ts";
import { histogramChart, sparkline } from "./histogram/histogram.ts";
import { lineChart } from "./line-chart.ts";
import type { Line, Picture } from "./picture.ts";
import { scatterChart } from "./scatter.ts";
import { LOOKS } from "./testing/text.ts";

/** Any numbers: of a kind, all the same, or from the ends of what there is. */
const number = fc.oneof(
  fc.double(),
  fc.integer({ min: -5, max: 200 }),
  fc.constantFrom(0, -0, Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE, Number.NaN, Number.POSITIVE_INFINITY),
);
const numbers = fc.oneof(
  fc.array(number, { maxLength: 40 }),
  fc.tuple(number, fc.nat(20)).map(([value, length]) => Array.from({ length }, () => value)),
);
const series = fc.array(fc.integer({ min: -1, max: 5 }), { minLength: 40, maxLength: 40 });
const letter = fc.oneof(fc.constantFrom("A", "B", "C"), fc.string({ unit: "binary" }));
const side = fc.oneof(
  fc.integer({ min: 1, max: 60 }),
  fc.integer({ min: 1, max: 6 }),
  fc.double({ min: 0, max: 20, noNaN: true }),
);
const frames: fc.Arbitrary<Frame> = fc.record({
  width: side,
  height: side,
  symbols: fc.constantFrom<Symbols>(...LOOKS),
});

const CELL: Readonly<Record<Symbols, RegExp>> = {
  braille: /^[ -~─│└┤┴┊●○⠁-⣿]*$/,
  blocks: /^[ -~─│└┤┴┊●○▀-▐]*$/,
  ascii: /^[ -~]*$/,
};

function widthOf(line: Line): number {
  return line.reduce((cells, { text }) => cells + text.length, 0);
}

function expectFits(picture: Picture, { width, height, symbols }: Frame): void {
  expect(picture.length).toBeLessThanOrEqual(height);
  for (const line of picture) {
    expect(widthOf(line)).toBeLessThanOrEqual(width);
    for (const { text, series } of line) {
      expect(text).toMatch(CELL[symbols]);
      expect(text).not.toBe("");
      if (series === null) expect(text).not.toMatch(/NaN|Infinity|undefined/);
    }
  }
}

describe("every chart, in every look, of any numbers", () => {
  it("fits its frame: scatter, fills it from a cell up", () => {
    const marks = fc.array(fc.record({ x: number, y: number, letter, series: fc.nat(9) }), { maxLength: 4 });
    const trails = fc.array(fc.record({ xs: numbers, ys: numbers, series: fc.nat(9) }), { maxLength: 3 });
    const letters = fc.array(letter, { maxLength: 5 });
    const log = fc.record({ x: fc.boolean(), y: fc.boolean() });
    const highlighted = fc.array(fc.nat(45), { maxLength: 9 });
    fc.assert(
      fc.property(
        frames,
        fc.record({ x: numbers, y: numbers, series, letters, marks, trails, highlighted, log }),
        (frame, points) => {
          const picture = scatterChart(points, frame);
          expectFits(picture, frame);
          expect(picture).toHaveLength(frame.width < 1 ? 0 : Math.floor(frame.height));
        },
      ),
    );
  });

  it("fits its frame: line chart, fills it from a cell up", () => {
    const values = fc.array(fc.option(number), { maxLength: 40 });
    const curves = fc.array(fc.record({ values, letter, series: fc.nat(9) }), { maxLength: 4 });
    const xs = fc.oneof(
      numbers,
      numbers.map((each) => each.map((_, index) => index + 1)),
    );
    const more = { marked: fc.option(number), selected: fc.option(number), floor: number, gutter: fc.nat(9) };
    fc.assert(
      fc.property(frames, fc.record({ xs, curves, ...more }), (frame, chart) => {
        const picture = lineChart(chart, frame);
        expectFits(picture, frame);
        expect(picture).toHaveLength(frame.width < 1 ? 0 : Math.floor(frame.height));
      }),
    );
  });

  it("fits its frame: bars, each as wide as it", () => {
    fc.assert(
      fc.property(frames, numbers, fc.option(number), fc.boolean(), (frame, values, most, centered) => {
        const picture = barChart({ values, ...(most === null ? {} : { most }), centered }, frame);
        expectFits(picture, frame);
        for (const line of picture) expect(widthOf(line)).toBe(Math.floor(frame.width));
      }),
    );
  });

  it("fits its frame: histogram, also of one line", () => {
    fc.assert(
      fc.property(frames, numbers, fc.integer({ min: 1, max: 90 }), (frame, values, count) => {
        const bins = binsOf(values, count);
        expectFits(histogramChart(bins, frame), frame);
        expectFits([sparkline(bins, frame.width, frame.symbols)], { ...frame, height: 1 });
      }),
    );
  });
});
