import type { Segmentation } from "@kentro/segments";
import type { TopLevelSpec } from "vega-lite";
import { told } from "../disclosure.ts";
import { draw } from "../drawing.ts";
import { counted, percent, short } from "../numbers.ts";
import { ink, segmentTone } from "../palette.ts";
import type { Chart } from "./chart.ts";
import { hue, lettering, pixel } from "./layer.ts";
import { nameHeight, segmentNames } from "./segment-names.ts";

const width = 360;
const barHeight = 14;
const barGap = 6;
/** Between a bar and its label. */
const labelGap = 8;
/** What a character takes, at most on average. */
const characterWidth = 6.8;

/** How large segments are, and what share of the value they bring where there is one, as bars. */
export async function sizesChart({ segments, value }: Segmentation): Promise<Chart> {
  const lines = segments.map((segment) => {
    const size = {
      share: segment.share,
      text: `${percent(segment.share)} · ${counted(segment.size, "customer")}`,
      opacity: 1,
    };
    const worth = told(segment) ? segment.value : null;
    if (value === null || worth === null || worth.share === null) return [size];
    const text = `${percent(worth.share)} · ${short(worth.total)}`;
    return [size, { share: Math.max(0, worth.share), text, opacity: 0.5 }];
  });
  const perSegment = value === null ? 1 : 2;
  const rowHeight = nameHeight + perSegment * (barHeight + barGap) + 6;
  const labelWidth = labelGap + characterWidth * Math.max(...lines.flat().map(({ text }) => text.length));
  const most = Math.max(...lines.flat().map(({ share }) => share));
  const top = (row: number): number => row * rowHeight;
  const bars = lines.flatMap((line, row) =>
    line.map(({ share, text, opacity }, i) => ({
      ...{
        text,
        opacity,
        start: 0,
        end: (share / most) * (width - labelWidth),
        color: segmentTone(segments[row]!.id).light,
      },
      y: top(row) + nameHeight + i * (barHeight + barGap) + barHeight / 2,
    })),
  );
  const y = { ...pixel, field: "y" };
  const specification: TopLevelSpec = {
    width,
    height: top(segments.length),
    autosize: "none",
    padding: { left: 0, right: 4, top: 2, bottom: 2 },
    layer: [
      {
        data: { values: bars },
        mark: { type: "bar", aria: false, orient: "horizontal", height: barHeight, cornerRadiusEnd: 3 },
        encoding: {
          x: { ...pixel, field: "start" },
          x2: { field: "end" },
          y,
          color: { ...hue, field: "color" },
          opacity: { field: "opacity", type: "quantitative", scale: null },
        },
      },
      {
        data: { values: bars },
        mark: { ...lettering, align: "left", dx: labelGap, color: ink.light },
        encoding: { x: { ...pixel, field: "end" }, y, text: { field: "text" } },
      },
      ...segmentNames(segments, top, width),
    ],
  };
  const said = segments.map(
    ({ letter, name }, row) => `${letter}, ${name}: ${lines[row]!.map(({ text }) => text).join("; ")}`,
  );
  return {
    name: "sizes",
    title: value === null ? "How large they are" : "How large they are, and what they bring",
    caption:
      value === null
        ? "Customers in each segment."
        : `Each segment’s share of the customers, and below it, paler, its share of ${value.column}.`,
    svg: await draw(specification, `Customers in each segment. ${said.join(". ")}.`),
    about: "segments",
    wide: false,
  };
}
