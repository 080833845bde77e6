import { cellsOf } from "../../text/visible.ts";
import { cell, type Line, type Span, span } from "../text/line.ts";
import type { Ticks } from "./ticks.ts";

/** A value range along one side of a picture. */
export interface Extent {
  readonly low: number;
  readonly high: number;
}

/** The extent of finite values; one value alone gets room on both sides, none gives 0 to 1. */
export function extentOf(values: ArrayLike<number>, step = 1): Extent {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < values.length; row += step) {
    const value = values[row]!;
    if (value < low && value > Number.NEGATIVE_INFINITY) low = value;
    if (value > high && value < Number.POSITIVE_INFINITY) high = value;
  }
  if (low > high) return { low: 0, high: 1 };
  if (low < high) return { low, high };
  const room = Math.abs(low) * 0.5 || 0.5;
  return { low: low - room, high: high + room };
}

/** Where a value falls among `places` equal places over the extent, 0 the lowest; its ends fall into the outer places. */
export function placeOf(value: number, { low, high }: Extent, places: number): number {
  // Halves first: the difference of two huge numbers must not overflow.
  const share = (value / 2 - low / 2) / (high / 2 - low / 2);
  return Math.min(places - 1, Math.max(0, Math.floor(share * places)));
}

/** The cells that the labels of a vertical axis take, the tick itself included. */
export function gutterOf(ticks: Ticks): number {
  return Math.max(...ticks.texts.map(cellsOf)) + 1;
}

/** Puts a vertical axis with its ticks to the left of a picture of `picture.length` rows. */
export function withVerticalAxis(picture: readonly Line[], ticks: Ticks, extent: Extent): Line[] {
  const labels = new Map<number, string>();
  ticks.values.forEach((value, index) => {
    const row = picture.length - 1 - placeOf(value, extent, picture.length);
    if (!labels.has(row)) labels.set(row, ticks.texts[index]!);
  });
  const width = gutterOf(ticks);
  return picture.map((spans, row) => {
    const label = labels.get(row);
    return [cell(label ?? "", width - 1, undefined, "end"), span(label === undefined ? "│" : "┤"), ...spans];
  });
}

/**
 * A horizontal axis of two lines, rule and labels, under a picture of `width` cells that stands `gutter` cells in.
 * A label that would touch the one before it is left out with its tick.
 */
export function horizontalAxis(
  places: readonly number[],
  texts: readonly string[],
  gutter: number,
  width: number,
): Line[] {
  const rule: string[] = Array.from({ length: width }, () => "─");
  const labels: Span[] = [];
  let filled = -gutter;
  places.forEach((place, index) => {
    const text = texts[index]!;
    const cells = cellsOf(text);
    const start = Math.max(-gutter, Math.min(place - Math.floor((cells - 1) / 2), width - cells));
    if (start < filled + (labels.length > 0 ? 1 : 0)) return;
    labels.push(span(" ".repeat(start - filled) + text));
    filled = start + cells;
    rule[place] = "┴";
  });
  return [[span(`${" ".repeat(Math.max(0, gutter - 1))}└${rule.join("")}`)], labels];
}
