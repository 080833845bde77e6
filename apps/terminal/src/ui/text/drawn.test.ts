import { expect, it } from "vitest";
import { drawn, NO_SEGMENT } from "./drawn.ts";

it("shows the series of a chart as segments, marks bold, what is selected in inverse video", () => {
  const lines = drawn([
    [
      { text: "80┤⣿", series: null, tone: "plain" },
      { text: "b", series: 1, tone: "plain" },
      { text: "A", series: 0, tone: "marked" },
      { text: "C", series: null, tone: "selected" },
      { text: "⠒", series: NO_SEGMENT, tone: "plain" },
    ],
  ]);
  expect(lines).toEqual([
    [
      { text: "80┤⣿", cells: 4, style: { picture: true } },
      { text: "b", cells: 1, style: { picture: true, segment: 1 } },
      { text: "A", cells: 1, style: { picture: true, segment: 0, bold: true } },
      { text: "C", cells: 1, style: { picture: true, bold: true, inverse: true } },
      { text: "⠒", cells: 1, style: { picture: true, accent: true } },
    ],
  ]);
});
