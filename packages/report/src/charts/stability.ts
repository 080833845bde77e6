import type { Segmentation } from "@kentro/segments";
import type { TopLevelSpec } from "vega-lite";
import { draw } from "../drawing.ts";
import { count } from "../numbers.ts";
import { ink, muted, rule, segmentTone } from "../palette.ts";
import type { Chart } from "./chart.ts";
import { hue, lettering, pixel } from "./layer.ts";
import { nameHeight, segmentNames } from "./segment-names.ts";

const width = 360;
const barWidth = 220;
const barHeight = 14;
const rowHeight = nameHeight + barHeight + 10;
const headHeight = 22;

/** Where Hennig's (2007) words begin: doubtful, stable, highly stable. */
const thresholds = [0.6, 0.75, 0.85] as const;

/** How stable each segment is under resampling, as bars against Hennig's thresholds; null where it was not computed. */
export async function stabilityChart({ segments, stability }: Segmentation): Promise<Chart | null> {
  if (stability === null) return null;
  const top = (row: number): number => headHeight + row * rowHeight;
  const bars = segments.flatMap(({ id, stability }, row) => {
    if (stability === null) return [];
    const { jaccard, level } = stability;
    return [
      {
        y: top(row) + nameHeight + barHeight / 2,
        start: 0,
        end: jaccard * barWidth,
        label: barWidth + 8,
        text: `${jaccard.toFixed(2)} · ${level}`,
        color: segmentTone(id).light,
      },
    ];
  });
  const heads = thresholds.map((from, i) => ({
    x: from * barWidth,
    label: from * barWidth + [0, -5, 5][i]!,
    text: String(from),
  }));
  const marks = bars.flatMap((bar) =>
    heads.map(({ x }) => ({ x, from: bar.y - barHeight / 2 - 3, to: bar.y + barHeight / 2 + 3 })),
  );
  const y = { ...pixel, field: "y" };
  const x = { ...pixel, field: "x" };
  const specification: TopLevelSpec = {
    width,
    height: top(segments.length),
    autosize: "none",
    padding: { left: 0, right: 4, top: 2, bottom: 2 },
    layer: [
      {
        data: { values: bars },
        mark: { type: "rect", aria: false, x: 0, x2: barWidth, height: barHeight, color: rule.light, opacity: 0.5 },
        encoding: { y },
      },
      {
        data: { values: bars },
        mark: { type: "bar", aria: false, orient: "horizontal", height: barHeight },
        encoding: {
          x: { ...pixel, field: "start" },
          x2: { field: "end" },
          y,
          color: { ...hue, field: "color" },
        },
      },
      {
        data: { values: marks },
        mark: { type: "rule", aria: false, color: ink.light, strokeWidth: 1.5 },
        encoding: { x, y: { ...pixel, field: "from" }, y2: { field: "to" } },
      },
      {
        data: { values: heads },
        mark: { ...lettering, y: headHeight - 12, fontSize: 11, color: muted.light },
        encoding: { x: { ...pixel, field: "label" }, text: { field: "text" } },
      },
      {
        data: { values: bars },
        mark: { ...lettering, align: "left", color: ink.light },
        encoding: { x: { ...pixel, field: "label" }, y, text: { field: "text" } },
      },
      ...segmentNames(segments, top, width),
    ],
  };
  const said = segments.flatMap(({ letter, name, stability }) => {
    return stability === null ? [] : [`${letter}, ${name}: ${stability.jaccard.toFixed(2)}, ${stability.level}`];
  });
  const { resamples, resampleRows } = stability;
  return {
    name: "stability",
    title: "How stable they are",
    caption: `What is left of a segment when ${count(resampleRows)} customers are drawn again, ${count(resamples)} times: 1 is all of it. Under 0.6 it is unstable, up to 0.75 doubtful, up to 0.85 stable.`,
    svg: await draw(specification, `Stability of each segment, from 0 to 1. ${said.join("; ")}.`),
    about: "certainty",
    wide: false,
  };
}
