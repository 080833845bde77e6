import type { Segmentation } from "@kentro/segments";
import type { TopLevelSpec } from "vega-lite";
import { figures, type ShownColumn } from "../columns.ts";
import { told } from "../disclosure.ts";
import { draw } from "../drawing.ts";
import { count } from "../numbers.ts";
import { ink, muted, rule, segmentTone, segmentToneCount } from "../palette.ts";
import type { Chart } from "./chart.ts";
import { lined, wrapped } from "./labels.ts";
import { hue, lettering, pixel } from "./layer.ts";
import { stackedOffsets } from "./stacked.ts";

const width = 360;
const namesWidth = 104;
const rowHeight = 54;
const headHeight = 34;
const marker = 10;
const left = namesWidth + marker + 4;
const right = width - marker - 4;

/**
 * How far each segment's mean lies from everybody's, in standard deviations: a line for each segment, down the columns
 * that the segments were made from. Null with fewer than two columns, or segments, to join.
 */
export async function snakeChart({ segments }: Segmentation, shown: readonly ShownColumn[]): Promise<Chart | null> {
  const columns = shown.filter(({ feature }) => feature).map(({ column }) => column);
  const drawn = segments.filter(told).slice(0, segmentToneCount);
  if (columns.length < 2 || drawn.length < 2) return null;
  const reach = Math.max(
    1,
    ...drawn.flatMap(({ numeric }) => columns.map((column) => Math.abs(figures(numeric, column)?.z ?? 0))),
  );
  const across = (z: number): number => (left + right) / 2 + ((z / reach) * (right - left)) / 2;
  const down = (row: number): number => headHeight + (row + 0.5) * rowHeight;
  const points = columns.flatMap((column, row) => {
    const there = drawn.flatMap(({ id, letter, numeric }) => {
      const z = figures(numeric, column)?.z;
      return z === undefined ? [] : [{ id, letter, x: across(z) }];
    });
    const offsets = stackedOffsets(
      there.map(({ x }) => x),
      2 * marker - 6,
      rowHeight - 2 * marker,
    );
    return there.map(({ id, letter, x }, i) => {
      const { light, letter: on } = segmentTone(id);
      return { x, y: down(row) + offsets[i]!, id: `s${id}`, row, letter, color: light, on: on.light };
    });
  });
  const names = columns.map((column, row) => lined(wrapped(column, 16), down(row)));
  const grid = gridValues(reach).map((z) => ({
    x: across(z),
    text: z === 0 ? "mean" : `${z > 0 ? "+" : "−"}${Math.abs(z)}`,
  }));
  const bottom = headHeight + columns.length * rowHeight;
  const x = { ...pixel, field: "x" };
  const y = { ...pixel, field: "y" };
  const color = { ...hue, field: "color" };
  const specification: TopLevelSpec = {
    width,
    height: bottom + 24,
    autosize: "none",
    padding: { left: 0, right: 4, top: 2, bottom: 2 },
    layer: [
      {
        data: { values: grid },
        mark: { type: "rule", aria: false, color: rule.light, y: headHeight, y2: bottom },
        encoding: { x },
      },
      {
        data: { values: grid },
        mark: { ...lettering, y: headHeight - 14, color: muted.light, fontSize: 11 },
        encoding: { x, text: { field: "text" } },
      },
      {
        data: { values: names },
        mark: { ...lettering, x: 0, align: "left", color: ink.light, lineHeight: 14 },
        encoding: { y, text: { field: "lines" } },
      },
      {
        data: { values: points },
        mark: { type: "line", aria: false, strokeWidth: 2, opacity: 0.75 },
        encoding: { x, y, color, detail: { field: "id" }, order: { field: "row" } },
      },
      {
        data: { values: points },
        mark: { type: "rect", aria: false, width: 2 * marker - 2, height: 2 * marker - 2, cornerRadius: marker },
        encoding: { x, y, color },
      },
      {
        data: { values: points },
        mark: { ...lettering, fontSize: 11, fontWeight: "bold" },
        encoding: { x, y, text: { field: "letter" }, color: { ...hue, field: "on" } },
      },
      {
        data: { values: [{}] },
        mark: {
          ...lettering,
          x: (left + right) / 2,
          y: bottom + 12,
          color: muted.light,
          fontSize: 11,
          text: "below everybody  ·  standard deviations  ·  above",
        },
      },
    ],
  };
  const most =
    drawn.length < segments.filter(told).length ? ` Only the ${count(drawn.length)} largest segments are drawn.` : "";
  return {
    name: "snake",
    title: "How they differ",
    caption: `Each segment’s mean beside that of all customers: the farther from the middle, the more it stands out.${most}`,
    svg: await draw(specification, describe(drawn, columns)),
    about: "segments",
    wide: false,
  };
}

/** Round distances at which a line helps to read. */
function gridValues(reach: number): readonly number[] {
  const step = [0.5, 1, 2, 5, 10, 20, 50].find((each) => reach / each < 3.2) ?? 10 ** Math.ceil(Math.log10(reach / 3));
  const steps = Math.floor(reach / step);
  return Array.from({ length: 2 * steps + 1 }, (_, i) => (i - steps) * step);
}

function describe(segments: Segmentation["segments"], columns: readonly string[]): string {
  const sentences = segments.map(({ letter, name, numeric }) => {
    const said = columns.flatMap((column) => {
      const z = figures(numeric, column)?.z;
      return z === undefined ? [] : [`${column} ${z.toFixed(1)}`];
    });
    return `${letter}, ${name}: ${said.join(", ")}`;
  });
  return `Distance of each segment's mean from everybody's, in standard deviations. ${sentences.join(". ")}.`;
}
