import type { TopLevelSpec } from "vega-lite";
import { draw } from "../drawing.ts";
import { amount } from "../numbers.ts";
import { divergingTones, ink, muted, onStrong, paper, segmentTone } from "../palette.ts";
import { shortened, wrapped } from "./labels.ts";

/** A segment's row of the profile: a cell for each column, in the same order; null where there is nothing to show. */
export interface ProfileRow {
  readonly id: number;
  readonly letter: string;
  readonly name: string;
  readonly cells: readonly (ProfileCell | null)[];
}

/** The mean in the file's units, and how many standard deviations it lies above everybody's. */
interface ProfileCell {
  readonly mean: number;
  readonly z: number;
}

/** The tones in words, each with its upper end in standard deviations. */
const levels = [
  { upTo: -1.25, text: "far below" },
  { upTo: -0.75, text: "below" },
  { upTo: -0.25, text: "a little below" },
  { upTo: 0.25, text: "like everybody" },
  { upTo: 0.75, text: "a little above" },
  { upTo: 1.25, text: "above" },
  { upTo: Number.POSITIVE_INFINITY, text: "far above" },
] as const;

const narrowestCell = 104;
const cellHeight = 34;
const nameHeight = 34;
const rowHeight = nameHeight + cellHeight + 6;
const badgeWidth = 26;
const swatch = 34;
const narrowest = 400;
/** Half of the first swatch's text hangs over it. */
const legendStart = 14;

/**
 * What each segment is like, as a heat map: a row a segment below its name, a column a column of the table, the mean
 * written in each cell and its distance from everybody's mean as the cell's color. An SVG document.
 */
export async function profileChart(columns: readonly string[], rows: readonly ProfileRow[]): Promise<string> {
  const height = rowHeight * rows.length;
  const width = Math.max(narrowestCell * columns.length, narrowest);
  const cellWidth = width / columns.length;
  const cells = rows.flatMap((row, y) =>
    row.cells.flatMap((cell, x) => {
      if (cell === null) return [];
      const level = levels.findIndex(({ upTo }) => cell.z <= upTo);
      const strong = level === 0 || level === levels.length - 1;
      const text = { text: amount(cell.mean), ink: strong ? onStrong.light : ink.light };
      return [
        {
          x: (x + 0.5) * cellWidth,
          y: y * rowHeight + nameHeight + cellHeight / 2,
          color: divergingTones[level]?.light,
          ...text,
        },
      ];
    }),
  );
  const names = rows.map(({ id, letter, name }, y) => {
    const color = segmentTone(id).light;
    const longest = Math.floor((width - badgeWidth) / 7);
    return { y: y * rowHeight + nameHeight / 2, color, letter: shortened(letter, 3), name: shortened(name, longest) };
  });
  const heads = columns.map((column, x) => ({
    x: (x + 0.5) * cellWidth,
    lines: wrapped(column, Math.floor(cellWidth / 7.2)),
  }));
  const swatches = levels.map(({ text }, i) => ({
    x: legendStart + (i + 0.5) * swatch,
    y: height + 20,
    color: divergingTones[i]?.light,
    text: i === 0 || i === 3 || i === 6 ? text : "",
    below: height + 42,
  }));
  const pixel = { type: "quantitative" as const, scale: null, axis: null };
  const x = { ...pixel, field: "x" };
  const y = { ...pixel, field: "y" };
  const color = { field: "color", type: "nominal" as const, scale: null };
  const text = { type: "text" as const, aria: false, baseline: "middle" as const };
  const specification: TopLevelSpec = {
    width,
    height: height + 50,
    autosize: "none",
    padding: { left: 4, right: 4, top: 40, bottom: 6 },
    layer: [
      {
        data: { values: cells },
        mark: { type: "rect", aria: false, width: cellWidth - 3, height: cellHeight - 3, cornerRadius: 3 },
        encoding: { x, y, color },
      },
      {
        data: { values: cells },
        mark: { ...text, fontSize: 13 },
        encoding: { x, y, text: { field: "text" }, color: { ...color, field: "ink" } },
      },
      {
        data: { values: heads },
        mark: { ...text, y: -26, color: muted.light },
        encoding: { x, text: { field: "lines" } },
      },
      {
        data: { values: names },
        mark: {
          type: "rect",
          aria: false,
          x: badgeWidth / 2,
          width: badgeWidth - 2,
          height: badgeWidth - 2,
          cornerRadius: 5,
        },
        encoding: { y, color },
      },
      {
        data: { values: names },
        mark: { ...text, x: badgeWidth / 2, fontWeight: "bold", color: paper.light },
        encoding: { y, text: { field: "letter" } },
      },
      {
        data: { values: names },
        mark: { ...text, x: badgeWidth + 8, align: "left" },
        encoding: { y, text: { field: "name" } },
      },
      {
        data: { values: swatches },
        mark: { type: "rect", aria: false, width: swatch - 2, height: 14 },
        encoding: { x, y, color },
      },
      {
        data: { values: swatches },
        mark: { ...text, color: muted.light },
        encoding: { x, y: { ...pixel, field: "below" }, text: { field: "text" } },
      },
    ],
  };
  return await draw(specification, describe(columns, rows));
}

function describe(columns: readonly string[], rows: readonly ProfileRow[]): string {
  const sentences = rows.map(({ letter, name, cells }) => {
    const means = cells.flatMap((cell, i) => (cell === null ? [] : [`${columns[i]} ${amount(cell.mean)}`]));
    return `${letter}, ${name}: ${means.length === 0 ? "not shown" : means.join(", ")}`;
  });
  return `Mean of each segment, colored by its distance from everybody's mean. ${sentences.join(". ")}.`;
}
