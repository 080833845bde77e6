import type { Segment } from "@kentro/segments";
import type { TopLevelSpec } from "vega-lite";
import { draw } from "../drawing.ts";
import { divergingTones, ink, muted, onStrong } from "../palette.ts";
import { lined, wrapped } from "./labels.ts";
import { hue, type Layer, lettering, pixel } from "./layer.ts";
import { nameHeight, segmentNames } from "./segment-names.ts";

/** A segment's row of a heat map: a cell for each column, in the same order; null where there is nothing to show. */
export interface GridRow {
  readonly segment: Pick<Segment, "id" | "letter" | "name">;
  readonly cells: readonly (GridCell | null)[];
}

/** What a cell says, and how far from everybody that is: -3 far below, 0 like everybody, 3 far above. */
interface GridCell {
  readonly text: string;
  readonly level: number;
}

const narrowestCell = 60;
const cellHeight = 28;
const rowHeight = nameHeight + cellHeight + 8;
const narrowest = 360;
const headHeight = 44;
const middle = (divergingTones.length - 1) / 2;

/** Which of the levels of a cell `value` has, where `ends` are the ends of "like everybody", "a little" and "somewhat". */
export function levelOf(value: number, ends: readonly [number, number, number]): number {
  return Math.sign(value) * ends.filter((end) => Math.abs(value) > end).length;
}

/** Whether a heat map of so many columns wants a page's whole width. */
export function isWide(columns: number): boolean {
  return columns > 7;
}

/**
 * A heat map: a row for each segment below its badge and name, a column for each of `columns`, a text in each cell whose
 * color says how far from everybody it is. An SVG document.
 *
 * @param everybody everybody's texts, a row above the others; null for none
 * @param description what a screen reader says
 */
export async function grid(
  columns: readonly string[],
  rows: readonly GridRow[],
  everybody: readonly string[] | null,
  description: string,
): Promise<string> {
  const width = Math.max(narrowestCell * columns.length, narrowest);
  const cellWidth = width / columns.length;
  const first = everybody === null ? 0 : 1;
  const top = (row: number): number => headHeight + (row + first) * rowHeight;
  const center = (column: number): number => (column + 0.5) * cellWidth;
  const all = everybody?.map((text) => ({ text, level: 0 })) ?? [];
  const cells = [{ cells: all, y: top(-first) }, ...rows.map((row, y) => ({ cells: row.cells, y: top(y) }))].flatMap(
    ({ cells, y }) => {
      return cells.flatMap((cell, x) => {
        return cell === null ? [] : [{ ...drawn(cell), x: center(x), y: y + nameHeight + cellHeight / 2 }];
      });
    },
  );
  const heads = columns.map((column, x) => ({
    x: center(x),
    ...lined(wrapped(column, Math.floor(cellWidth / 6.4), 3), headHeight / 2),
  }));
  const x = { ...pixel, field: "x" };
  const y = { ...pixel, field: "y" };
  const specification: TopLevelSpec = {
    width,
    height: top(rows.length) + legendHeight,
    autosize: "none",
    padding: { left: 0, right: 4, top: 2, bottom: 2 },
    layer: [
      {
        data: { values: cells },
        mark: { type: "rect", aria: false, width: cellWidth - 3, height: cellHeight, cornerRadius: 4 },
        encoding: { x, y, color: { ...hue, field: "color" } },
      },
      {
        data: { values: cells },
        mark: { ...lettering, fontSize: 12 },
        encoding: { x, y, text: { field: "text" }, color: { ...hue, field: "ink" } },
      },
      {
        data: { values: heads },
        mark: { ...lettering, fontSize: 11, color: muted.light, lineHeight: 14 },
        encoding: { x, y, text: { field: "lines" } },
      },
      ...(everybody === null ? [] : [everybodysName]),
      ...segmentNames(
        rows.map(({ segment }) => segment),
        top,
        width,
      ),
      ...legend(top(rows.length) + 12),
    ],
  };
  return await draw(specification, description);
}

function drawn({ text, level }: GridCell): { text: string; color: string; ink: string } {
  const strong = Math.abs(level) === middle;
  return { text, color: divergingTones[level + middle]!.light, ink: strong ? onStrong.light : ink.light };
}

const everybodysName: Layer = {
  data: { values: [{}] },
  mark: {
    ...lettering,
    x: 0,
    y: headHeight + nameHeight / 2,
    align: "left",
    fontWeight: 600,
    color: ink.light,
    text: "All customers",
  },
};

const swatch = 34;
const legendHeight = 48;
/** Half of the first swatch's text hangs over it. */
const legendStart = 12;

function legend(top: number): readonly Layer[] {
  const values = divergingTones.map(({ light }, i) => ({
    x: legendStart + (i + 0.5) * swatch,
    color: light,
    text: ["far below", "", "", "like everybody", "", "", "far above"][i]!,
  }));
  const x = { ...pixel, field: "x" };
  return [
    {
      data: { values },
      mark: { type: "rect", aria: false, y: top + 6, width: swatch - 2, height: 12 },
      encoding: { x, color: { ...hue, field: "color" } },
    },
    {
      data: { values },
      mark: { ...lettering, y: top + 26, fontSize: 11, color: muted.light },
      encoding: { x, text: { field: "text" } },
    },
  ];
}
