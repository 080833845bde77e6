import { silhouetteSamples } from "@kentro/core";
import type { Segment, Segmentation } from "@kentro/segments";
import type { TopLevelSpec } from "vega-lite";
import { told } from "../disclosure.ts";
import { draw } from "../drawing.ts";
import { count } from "../numbers.ts";
import { ink, muted, rule, segmentTone } from "../palette.ts";
import { type CustomerSample, fewerOfEach } from "../sample.ts";
import type { Chart } from "./chart.ts";
import { hue, lettering, pixel } from "./layer.ts";
import { nameHeight, segmentNames } from "./segment-names.ts";

/** Customers whose silhouettes are taken: the work grows with their square. */
const mostCustomers = 2000;

const width = 360;
const plotWidth = 280;
const areaHeight = 38;
const rowHeight = nameHeight + areaHeight + 6;
const axisHeight = 40;
const [least, most] = [-0.6, 1];
const steps = 120;
/** Half the width over which a customer is spread: no single one is to be seen. */
const blur = 0.05;

/** A segment's silhouettes. */
interface Spread {
  readonly segment: Segment;
  readonly mean: number;
  /** On an even grid from `least` to `most`, 1 at its highest. */
  readonly density: readonly number[];
}

/**
 * How the silhouettes of each segment are spread, as smooth densities; null for one segment, and where every customer is
 * one. A silhouette near 1 is a customer deep in a segment, one under 0 is closer to another segment.
 */
export async function silhouettesChart(segmentation: Segmentation, customers: CustomerSample): Promise<Chart | null> {
  const { segments } = segmentation;
  const taken = fewerOfEach(customers, segments.length, Math.ceil(mostCustomers / segments.length));
  const present = new Set(taken.labels);
  if (present.size < 2 || present.size >= taken.labels.length) return null;
  const values = await silhouetteSamples(taken.points, taken.labels);
  const spreads = segments.filter(told).flatMap((segment) => {
    const own = values.filter((_, i) => taken.labels[i] === segment.id);
    return own.length === 0 ? [] : [{ segment, mean: meanOf(own), density: densityOf(own) }];
  });
  if (spreads.length === 0) return null;
  const said = spreads.map(({ segment, mean }) => `${segment.letter}, ${segment.name}: mean ${mean.toFixed(2)}`);
  const sample = taken.all ? "" : ` Taken on a sample of ${count(taken.labels.length)} customers.`;
  return {
    name: "silhouettes",
    title: "How clearly customers belong",
    caption: `Where the silhouettes of each segment’s customers lie: at 1 deep in it, at 0 on a border, below nearer to another.${sample}`,
    svg: await draw(specification(spreads), `Silhouettes of each segment. ${said.join("; ")}.`),
    about: "certainty",
    wide: false,
  };
}

function specification(spreads: readonly Spread[]): TopLevelSpec {
  const top = (row: number): number => row * rowHeight;
  const floorOf = (row: number): number => top(row) + nameHeight + areaHeight;
  const across = (silhouette: number): number => {
    return ((Math.max(least, silhouette) - least) / (most - least)) * plotWidth;
  };
  const areas = spreads.flatMap(({ segment, density }, row) => {
    const color = segmentTone(segment.id).light;
    const floor = floorOf(row);
    return density.map((height, step) => {
      const x = across(least + (step / steps) * (most - least));
      return { x, y: floor - height * areaHeight, floor, color, row: `r${row}` };
    });
  });
  const means = spreads.map(({ mean }, row) => ({
    x: across(mean),
    floor: floorOf(row),
    ceiling: floorOf(row) - areaHeight,
    y: floorOf(row) - 8,
    label: plotWidth + 8,
    text: `mean ${mean.toFixed(2)}`,
  }));
  const bottom = top(spreads.length);
  const ticks = [-0.5, 0, 0.5, 1].map((value) => ({
    x: across(value),
    text: value < 0 ? `−${-value}` : String(value),
  }));
  const lines = spreads.flatMap((_, row) => {
    return ticks.map(({ x }) => ({ x, floor: floorOf(row), ceiling: floorOf(row) - areaHeight }));
  });
  const x = { ...pixel, field: "x" };
  return {
    width,
    height: bottom + axisHeight,
    autosize: "none",
    padding: { left: 0, right: 4, top: 2, bottom: 2 },
    layer: [
      {
        data: { values: lines },
        mark: { type: "rule", aria: false, color: rule.light },
        encoding: { x, y: { ...pixel, field: "ceiling" }, y2: { field: "floor" } },
      },
      {
        data: { values: areas },
        mark: { type: "area", aria: false, opacity: 0.85 },
        encoding: {
          x,
          y: { ...pixel, field: "y", stack: null },
          y2: { field: "floor" },
          color: { ...hue, field: "color" },
          detail: { field: "row" },
        },
      },
      {
        data: { values: means },
        mark: { type: "rule", aria: false, color: ink.light, strokeWidth: 1.5 },
        encoding: { x, y: { ...pixel, field: "ceiling" }, y2: { field: "floor" } },
      },
      {
        data: { values: means },
        mark: { ...lettering, align: "left", color: ink.light },
        encoding: { x: { ...pixel, field: "label" }, y: { ...pixel, field: "y" }, text: { field: "text" } },
      },
      {
        data: { values: ticks },
        mark: { ...lettering, y: bottom + 14, color: muted.light, fontSize: 11 },
        encoding: { x, text: { field: "text" } },
      },
      {
        data: { values: [{}] },
        mark: {
          ...{ ...lettering, x: width / 2, y: bottom + 30, color: muted.light, fontSize: 11 },
          text: "nearer to another segment  ·  on a border at 0  ·  deep inside",
        },
      },
      ...segmentNames(
        spreads.map(({ segment }) => segment),
        top,
        width,
      ),
    ],
  };
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** A density on an even grid from `least` to `most`, 1 at its highest: each value is spread as a normal distribution. */
function densityOf(values: Float64Array): readonly number[] {
  const heights = Array.from({ length: steps + 1 }, (_, step) => {
    const at = least + (step / steps) * (most - least);
    let sum = 0;
    for (const value of values) sum += Math.exp(-0.5 * ((Math.max(least, value) - at) / blur) ** 2);
    return sum;
  });
  const highest = Math.max(...heights);
  return heights.map((height) => height / highest);
}
