import type { Segment } from "@kentro/segments";
import type { TopLevelSpec } from "vega-lite";
import { draw } from "../drawing.ts";
import { legible } from "../markup.ts";
import { count, percent } from "../numbers.ts";
import { segmentTone } from "../palette.ts";
import { shortened } from "./labels.ts";

const width = 400;
const rowHeight = 46;
const barHeight = 16;
/** Kept free beside the longest bar for its label. */
const labelWidth = 130;

/** Segment sizes as bars, in the given order, labelled with letter, name, customers and share: an SVG document. */
export async function sizesChart(
  segments: readonly Pick<Segment, "id" | "letter" | "name" | "size" | "share">[],
): Promise<string> {
  const largest = segments.reduce((most, { size }) => Math.max(most, size), 0);
  const values = segments.map(({ id, letter, name, size, share }, row) => ({
    name: shortened(`${letter}  ${name}`, 58),
    size: `${count(size)} (${percent(share)})`,
    color: segmentTone(id).light,
    start: 0,
    end: (size / largest) * (width - labelWidth),
    nameY: row * rowHeight + 10,
    barY: row * rowHeight + 28,
  }));
  const pixel = { type: "quantitative" as const, scale: null, axis: null };
  const specification: TopLevelSpec = {
    width,
    height: rowHeight * segments.length,
    autosize: "none",
    padding: 8,
    data: { values },
    layer: [
      {
        mark: { type: "text", aria: false, align: "left", baseline: "middle", x: 0 },
        encoding: { y: { ...pixel, field: "nameY" }, text: { field: "name" } },
      },
      {
        mark: { type: "bar", aria: false, orient: "horizontal", height: barHeight, cornerRadiusEnd: 3 },
        encoding: {
          x: { ...pixel, field: "start" },
          x2: { field: "end" },
          y: { ...pixel, field: "barY" },
          color: { field: "color", type: "nominal", scale: null },
        },
      },
      {
        mark: { type: "text", aria: false, align: "left", baseline: "middle", dx: 8 },
        encoding: { x: { ...pixel, field: "end" }, y: { ...pixel, field: "barY" }, text: { field: "size" } },
      },
    ],
  };
  const sizes = segments.map(({ letter, name }, row) => `${letter}, ${legible(name)}: ${values[row]?.size}`);
  return await draw(specification, `Customers in each segment. ${sizes.join("; ")}.`);
}
