import { plotOf, withAxes } from "../axis/axes.ts";
import { placer, rangeOf } from "../axis/extent.ts";
import { ticksAcross } from "../axis/ticks.ts";
import { type Frame, type Symbols, wholeCells, wholeFrame } from "../frame.ts";
import { joined, type Line, type Picture, run } from "../picture.ts";
import { type Bins, columnsOf } from "./bins.ts";
import { FLAT, standing, TALL } from "./levels.ts";

/** A histogram with axes, the values of a bin from 0 up. No bin that holds something looks empty. */
export function histogramChart({ extent, counts }: Bins, frame: Frame, series: number | null = null): Picture {
  const { width, height, symbols } = wholeFrame(frame);
  if (width < 1 || height < 1) return [];
  const { across } = TALL[symbols];
  const most = Math.max(1, rangeOf(counts).high);
  const plot = plotOf(frame, { low: 0, high: most }, 0, 1);
  const columns = columnsOf(counts, plot.width * across);
  const lines = standing(columns, most, plot.height, TALL[symbols]).map((text) => joined([run(text, series)]));
  const { values, texts } = ticksAcross(extent.low, extent.high, columns.length / across);
  const columnOf = placer(extent, columns.length);
  const places = values.map((value) => Math.floor(columnOf(value) / across));
  return withAxes(lines, plot, { places, texts });
}

/** A histogram of one line, at most `width` cells, without axes: the shape alone. */
export function sparkline({ counts }: Bins, width: number, symbols: Symbols, series: number | null = null): Line {
  const levels = FLAT[symbols];
  const columns = columnsOf(counts, wholeCells(width) * levels.across);
  const [text = ""] = standing(columns, rangeOf(columns).high, 1, levels);
  return joined([run(text, series)]);
}
