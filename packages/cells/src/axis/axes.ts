import { type Frame, type Symbols, wholeFrame } from "../frame.ts";
import { joined, type Line, type Picture, run } from "../picture.ts";
import { strokesOf } from "../strokes.ts";
import { type Extent, placer } from "./extent.ts";
import { logTicks } from "./log-ticks.ts";
import { type Ticks, ticksOf, widthOf } from "./ticks.ts";

/** How a frame is shared out: `width` by `height` cells for the plot, the rest for the axes that there is room for. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  readonly symbols: Symbols;
  /** Cells to the left of the plot for the vertical axis and its labels, 0 for none. */
  readonly gutter: number;
  /** Whether a horizontal axis stands below, two lines high. */
  readonly ruled: boolean;
  readonly extent: Extent;
  readonly ticks: Ticks;
}

/** Where ticks stand on the horizontal axis, in cells of the plot, and what they say. */
export interface Ruler {
  readonly places: readonly number[];
  readonly texts: readonly string[];
}

const RULER_HEIGHT = 2;
/** A plot of less than this gets no axis: it would be all axis. */
const LEAST_WIDTH = 4;
const LEAST_HEIGHT = 2;
/** Ticks up the side stand on whole rows, those that are closer than this unevenly so. */
const ROWS_APART = 3;
const ENOUGH_TICKS = 3;

/** Shares out a frame of at least one cell; the labels of the vertical axis take `leastGutter` cells at least. */
export function plotOf(
  frame: Frame,
  extent: Extent,
  leastGutter = 0,
  leastStep = 0,
  ticksFor: (extent: Extent, height: number, leastStep: number) => Ticks = ticksUp,
): Plot {
  const { width, height, symbols } = wholeFrame(frame);
  const ruled = height >= LEAST_HEIGHT + RULER_HEIGHT;
  const plotHeight = ruled ? height - RULER_HEIGHT : height;
  const ticks = ticksFor(extent, plotHeight, leastStep);
  const wanted = Math.max(leastGutter, widthOf(ticks) + 1);
  const gutter = width - wanted >= LEAST_WIDTH && plotHeight >= LEAST_HEIGHT ? wanted : 0;
  return { width: width - gutter, height: plotHeight, symbols, gutter, ruled, extent, ticks };
}

/** Ticks up the side of a plot whose extent is in powers of ten. */
export function logTicksUp({ low, high }: Extent, height: number): Ticks {
  return logTicks(low, high, ({ values }) => isApart(values, high - low, height, () => ROWS_APART));
}

/** Ticks under a plot whose extent is in powers of ten. */
export function logTicksAcross({ low, high }: Extent, width: number): Ticks {
  return logTicks(low, high, ({ values, texts }) => isApart(values, high - low, width, (at) => texts[at]!.length + 2));
}

/** Whether each value has the cells that it needs to the next one. */
function isApart(values: readonly number[], span: number, cells: number, needed: (at: number) => number): boolean {
  return values.every((value, at) => at === 0 || ((value - values[at - 1]!) / span) * cells >= needed(at));
}

function ticksUp({ low, high }: Extent, height: number, leastStep: number): Ticks {
  const most = Math.max(2, height >> 1);
  if (height > ROWS_APART) {
    // Halves first: the difference of two huge numbers must not overflow.
    const apart = (high / 2 - low / 2) * ((2 * Math.min(ROWS_APART, height / 2)) / height);
    const even = ticksOf(low, high, most, Math.max(leastStep, apart));
    if (even.values.length >= ENOUGH_TICKS) return even;
  }
  return ticksOf(low, high, most, leastStep);
}

/** A plot, `plot.height` lines from the top, between the axes that there is room for. */
export function withAxes(lines: readonly Line[], plot: Plot, ruler: Ruler): Picture {
  return [...withVerticalAxis(lines, plot), ...(plot.ruled ? horizontalAxis(plot, ruler) : [])];
}

function withVerticalAxis(lines: readonly Line[], { gutter, extent, ticks, symbols }: Plot): readonly Line[] {
  if (gutter === 0) return lines;
  const { vertical, left } = strokesOf(symbols);
  const heightOf = placer(extent, lines.length);
  const labels = new Map<number, string>();
  ticks.values.forEach((value, index) => {
    const row = lines.length - 1 - heightOf(value);
    labels.set(row, ticks.texts[index]!);
  });
  return lines.map((runs, row) => {
    const label = labels.get(row);
    return joined([run((label ?? "").padStart(gutter - 1) + (label === undefined ? vertical : left)), ...runs]);
  });
}

/** Rule and labels; a label that would touch the one before it is left out with its tick. */
function horizontalAxis({ gutter, width, symbols }: Plot, { places, texts }: Ruler): Line[] {
  const { horizontal, below, corner } = strokesOf(symbols);
  const rule = Array.from({ length: width }, () => horizontal);
  let labels = "";
  places.forEach((place, index) => {
    const text = texts[index]!;
    const middle = gutter + place - ((text.length - 1) >> 1);
    const start = Math.max(0, Math.min(middle, gutter + width - text.length));
    if (start < labels.length + (labels === "" ? 0 : 1) || start + text.length > gutter + width) return;
    labels = labels.padEnd(start) + text;
    rule[place] = below;
  });
  return [[run((gutter === 0 ? "" : corner.padStart(gutter)) + rule.join(""))], joined([run(labels)])];
}
