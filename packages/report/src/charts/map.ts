import type { Segment, Segmentation } from "@kentro/segments";
import type { TopLevelSpec } from "vega-lite";
import { told } from "../disclosure.ts";
import { draw } from "../drawing.ts";
import { legible } from "../markup.ts";
import { count, counted, percent } from "../numbers.ts";
import { ink, muted, paper, segmentTone } from "../palette.ts";
import type { MapAxes, MapAxis } from "./axes.ts";
import { axisFormat } from "./axis.ts";
import type { Chart } from "./chart.ts";
import { type Density, density, fullness } from "./density.ts";
import { shortened } from "./labels.ts";

/** Of the sparsest and the fullest cells; those between are spaced evenly. */
const opacities = [0.4, 1];

/**
 * Where the segments lie along two directions: a grid whose cells have the color of the segment with most customers there
 * and are the stronger the more they hold. No single customer is drawn.
 */
export async function mapChart(segmentation: Segmentation, axes: MapAxes): Promise<Chart> {
  const { across, up, labels, words } = axes;
  const { segments } = segmentation;
  const grid = density(across.values, up.values, labels, segments.length);
  const { outside } = grid;
  const drawn = labels.reduce((sum, label) => sum + (label >= 0 ? 1 : 0), 0);
  const sample = drawn < segmentation.rows ? ` Drawn from a sample of ${count(drawn)} customers.` : "";
  const beyond =
    outside > 0 ? ` ${counted(outside, "customer")} (${percent(outside / drawn)}) far out are beyond the edges.` : "";
  return {
    name: "segment-map",
    title: "Where they lie",
    caption: `By ${words}: each cell has the color of the segment with most customers in it, stronger where there are more.${sample}${beyond}`,
    svg: await draw(specification(grid, axes, segments), describe(segmentation, words)),
    about: "segments",
    wide: false,
  };
}

function specification(density: Density, { across, up, labels }: MapAxes, segments: readonly Segment[]): TopLevelSpec {
  const { xStep, yStep, xRange, yRange } = density;
  const levels = fullness(density.cells);
  const cells = density.cells.map(({ x, y, segment, customers }) => ({
    x,
    y,
    right: x + xStep,
    top: y + yStep,
    color: segmentTone(segment).light,
    level: levels.findLast(({ from }) => customers >= from)?.text,
  }));
  const [meansAcross, meansUp] = [across, up].map(({ values }) => meansOf(values, labels, segments.length));
  const centers = segments.flatMap((segment) => {
    const [x, y] = [meansAcross![segment.id]!, meansUp![segment.id]!];
    return told(segment) && within(x, xRange) && within(y, yRange) ? [{ x, y, letter: legible(segment.letter) }] : [];
  });
  const x = { field: "x", ...scaleOf(across, xRange, 44) };
  const y = { field: "y", ...scaleOf(up, yRange, 40) };
  const letter = { type: "text" as const, aria: false, fontSize: 18, fontWeight: "bold" as const };
  return {
    width: 310,
    height: 270,
    layer: [
      {
        data: { values: cells },
        mark: { type: "rect", aria: false, stroke: paper.light, strokeWidth: 1 },
        encoding: {
          x,
          y,
          x2: { field: "right" },
          y2: { field: "top" },
          color: { field: "color", type: "nominal", scale: null },
          opacity: {
            field: "level",
            type: "ordinal",
            scale: { domain: levels.map(({ text }) => text), range: opacities },
            legend: {
              orient: "bottom",
              title: "Customers in a cell",
              direction: "horizontal",
              columns: 2,
              symbolType: "square",
              symbolFillColor: muted.light,
              symbolStrokeColor: muted.light,
            },
          },
        },
      },
      {
        data: { values: centers },
        mark: { ...letter, stroke: paper.light, strokeWidth: 5, strokeJoin: "round" },
        encoding: { x, y, text: { field: "letter" } },
      },
      {
        data: { values: centers },
        mark: { ...letter, color: ink.light },
        encoding: { x, y, text: { field: "letter" } },
      },
    ],
  };
}

function scaleOf({ title, measured }: MapAxis, range: readonly [number, number], width: number) {
  return {
    type: "quantitative" as const,
    title: title.map((line) => shortened(line, width)),
    scale: { domain: [...range], nice: false },
    axis: {
      ...axisFormat(Math.max(...range.map(Math.abs))),
      ...{ tickCount: 6, domain: false, ticks: false, labels: measured },
    },
  };
}

function meansOf(values: Float64Array, labels: Int32Array, segments: number): Float64Array {
  const means = new Float64Array(segments);
  const counts = new Int32Array(segments);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (label >= 0 && !Number.isNaN(values[i]!)) means[label]! += (values[i]! - means[label]!) / ++counts[label]!;
  }
  return means;
}

function within(value: number, [from, to]: readonly [number, number]): boolean {
  return value >= from && value <= to;
}

function describe({ segments, rows }: Segmentation, words: string): string {
  const letters = segments.map(({ letter, name }) => `${letter}, ${name}`).join("; ");
  return `Map of ${count(rows)} customers by ${words}, in the colors of their segments: ${letters}.`;
}
