import type { Segmentation, Table } from "@kentro/segments";
import type { TopLevelSpec } from "vega-lite";
import { byTelling } from "../columns.ts";
import { numericColumn } from "../customers.ts";
import { told } from "../disclosure.ts";
import { draw } from "../drawing.ts";
import { legible } from "../markup.ts";
import { count } from "../numbers.ts";
import { ink, muted, paper, segmentTone } from "../palette.ts";
import { axisFormat } from "./axis.ts";
import { type Density, density, fullness } from "./density.ts";
import { shortened } from "./labels.ts";

const opacities = [0.4, 0.6, 0.8, 1];

/** A segment map and what to know when reading it. */
export interface SegmentMap {
  readonly svg: string;
  /** The two columns, across and up. */
  readonly columns: readonly [string, string];
  /** Customers that lie beyond the edges of the picture. */
  readonly outside: number;
}

/**
 * Where the segments lie on the two features that tell them apart best, as an SVG document: a grid whose cells have the
 * color of the segment with most customers there and are the stronger the more they hold. No single customer is drawn.
 * Null where there are fewer than two features.
 *
 * @param segmentation the result
 * @param table the table it was made from
 * @throws ReportError `different-table` when `table` does not fit `segmentation`
 */
export async function segmentMap(segmentation: Segmentation, table: Table): Promise<SegmentMap | null> {
  const columns = telling(segmentation);
  if (columns === null) return null;
  const [across, up] = columns;
  const x = numericColumn(table, segmentation, across);
  const y = numericColumn(table, segmentation, up);
  const counted = density(x, y, segmentation.labels, segmentation.segments.length);
  const svg = await draw(specification(counted, segmentation, columns), describe(segmentation, columns));
  return { svg, columns, outside: counted.outside };
}

/** The two features that tell the segments apart best, in the order of the features; null where there is one only. */
function telling({ features, segments }: Segmentation): readonly [string, string] | null {
  const [first, second] = byTelling(segments, features);
  if (first === undefined || second === undefined) return null;
  return features.indexOf(first) < features.indexOf(second) ? [first, second] : [second, first];
}

function specification(density: Density, segmentation: Segmentation, columns: readonly [string, string]): TopLevelSpec {
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
  const centers = segmentation.segments.flatMap((segment) => {
    const x = segment.centroid[segmentation.features.indexOf(columns[0])]!;
    const y = segment.centroid[segmentation.features.indexOf(columns[1])]!;
    return told(segment) && within(x, xRange) && within(y, yRange) ? [{ x, y, letter: legible(segment.letter) }] : [];
  });
  const shape = { tickCount: 6, domain: false, ticks: false };
  const xAxis = { ...axisFormat(Math.max(...xRange.map(Math.abs))), ...shape };
  const yAxis = { ...axisFormat(Math.max(...yRange.map(Math.abs))), ...shape };
  const type = "quantitative" as const;
  const x = {
    field: "x",
    type,
    title: shortened(columns[0], 45),
    scale: { domain: [...xRange], nice: false },
    axis: xAxis,
  };
  const y = {
    field: "y",
    type,
    title: shortened(columns[1], 40),
    scale: { domain: [...yRange], nice: false },
    axis: yAxis,
  };
  const letter = { type: "text" as const, aria: false, fontSize: 20, fontWeight: "bold" as const };
  return {
    width: 350,
    height: 310,
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
            scale: { domain: levels.map(({ text }) => text), range: opacities.slice(-levels.length) },
            legend: {
              orient: "bottom",
              title: "Customers in a cell",
              direction: "horizontal",
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

function within(value: number, [from, to]: readonly [number, number]): boolean {
  return value >= from && value <= to;
}

function describe({ segments, rows }: Segmentation, [across, up]: readonly [string, string]): string {
  const letters = segments.map(({ letter, name }) => `${letter}, ${name}`).join("; ");
  return `Map of ${count(rows)} customers by ${across} and ${up}, in the colors of their segments: ${letters}.`;
}
