import { type Plot, plotOf, type Ruler, withAxes } from "./axis/axes.ts";
import { type Extent, extentOf, placer, rangeOf } from "./axis/extent.ts";
import { ticksAcross } from "./axis/ticks.ts";
import { cellOf, DOTS, emptyRaster, glyph, majority, type Raster, setLine, setterOf } from "./dots/raster.ts";
import { type Frame, wholeFrame } from "./frame.ts";
import { letterCell, linesOf, type Picture, type Run, run, type Tone } from "./picture.ts";
import { strokesOf } from "./strokes.ts";

/** One line of a chart: a value for each x, null (or a number that is not finite) where there is none. */
export interface Curve {
  readonly values: ArrayLike<number | null>;
  readonly series?: number | null;
  /** Stands for its points, so that it is told from the others without color. */
  readonly letter?: string;
}

/** Curves over the same values of x, ascending. */
export interface LineChart {
  readonly xs: ArrayLike<number>;
  readonly curves: readonly Curve[];
  /** The x whose place is marked by a dotted line from top to bottom. */
  readonly marked?: number | null;
  /** The x whose points are drawn as selected. */
  readonly selected?: number | null;
  /** The range of the vertical axis starts here or lower. */
  readonly floor?: number;
  /** Cells that the vertical axis takes at least, so that charts above each other stand in line. */
  readonly gutter?: number;
}

/** The cells that the vertical axis takes in a frame. */
export function lineChartGutter(chart: LineChart, frame: Frame): number {
  return plotOf(frame, extentFor(chart), chart.gutter).gutter;
}

/**
 * Lines between points, with axes; none where a value is missing. Each point has a sign of its own where the points
 * can stand apart, and then whole numbers of x have a label each. A later curve is drawn over the ones before it.
 */
export function lineChart(chart: LineChart, frame: Frame): Picture {
  const { width, height } = wholeFrame(frame);
  if (width < 1 || height < 1) return [];
  const plot = plotOf(frame, extentFor(chart), chart.gutter);
  const across = acrossOf(chart.xs, plot);
  const raster = emptyRaster(plot.width, plot.height, plot.symbols, chart.curves.length);
  chart.curves.forEach(({ values }, group) => {
    drawCurve(raster, values, across, plot.extent, group);
  });
  return withAxes(linesOf(cellsOf(chart, raster, across, plot.extent), plot.width), plot, across.ruler);
}

function extentFor({ curves, floor }: LineChart): Extent {
  const ranges = curves.map(({ values }) => rangeOf(values));
  const least = floor !== undefined && Number.isFinite(floor) ? floor : Number.POSITIVE_INFINITY;
  return extentOf(...ranges.map(({ low, high }) => ({ low: low > high ? low : Math.min(low, least), high })));
}

/** Where the values of x stand: the column of dots of each, whether each has a cell to itself, and the labels below. */
interface Across {
  readonly dots: ArrayLike<number>;
  readonly apart: boolean;
  readonly ruler: Ruler;
}

function acrossOf(xs: ArrayLike<number>, { width, symbols }: Plot): Across {
  const { across } = DOTS[symbols];
  const extent = extentOf(rangeOf(xs));
  const apart = xs.length <= width;
  const whole = apart && Array.from(xs).every((x) => Number.isInteger(x) && Math.abs(x) < 1e6);
  const even = whole && isEven(xs);
  const columnOf = placer(extent, width * across);
  const dots = new Float64Array(xs.length);
  for (let index = 0; index < xs.length; index++) {
    const x = xs[index]!;
    if (even) dots[index] = cellAcross(index, xs.length, width) * across + (across >> 1);
    else dots[index] = Number.isFinite(x) ? columnOf(x) : Number.NaN;
  }
  if (whole) {
    const places = Array.from(dots, (dot) => Math.floor(dot / across));
    return { dots, apart, ruler: { places, texts: Array.from(xs, (x) => String(x)) } };
  }
  const { values, texts } = ticksAcross(extent.low, extent.high, width);
  return { dots, apart, ruler: { places: values.map(placer(extent, width)), texts } };
}

/** Whether the xs ascend by the same step. */
function isEven(xs: ArrayLike<number>): boolean {
  const step = xs[1]! - xs[0]!;
  return xs.length < 2 || (step > 0 && Array.from(xs).every((x, index) => x === xs[0]! + index * step));
}

function cellAcross(index: number, count: number, width: number): number {
  if (count < 2) return Math.floor(width / 2);
  const margin = width > count * 3 ? 1 : 0;
  const step = (width - 1 - 2 * margin) / (count - 1);
  // Whole cells between points, where there are some, keep their labels evenly apart.
  return margin + (step >= 2 ? index * Math.floor(step) : Math.round(index * step));
}

/**
 * Draws the path of a curve. Points of the same column of dots are drawn as the one line that they make, so that the
 * time for many points does not grow with the height.
 */
function drawCurve(raster: Raster, values: Curve["values"], { dots }: Across, extent: Extent, group: number): void {
  const setDot = setterOf(raster);
  const heightOf = placer(extent, raster.rows);
  let [column, top, bottom, last] = [-1, 0, 0, 0];
  const drawColumn = (): void => {
    if (column >= 0) setLine(setDot, [column, top], [column, bottom], group);
  };
  for (let index = 0; index < dots.length; index++) {
    const value = values[index];
    const next = dots[index]!;
    if (!isFiniteNumber(value) || !Number.isFinite(next)) {
      drawColumn();
      column = -1;
      continue;
    }
    const row = raster.rows - 1 - heightOf(value);
    if (next === column) {
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
    } else {
      drawColumn();
      if (column >= 0) setLine(setDot, [column, last], [next, row], group);
      [column, top, bottom] = [next, row, row];
    }
    last = row;
  }
  drawColumn();
}

function isFiniteNumber(value: number | null | undefined): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

/** Curves, the dotted line behind them, points before them. */
function cellsOf(chart: LineChart, raster: Raster, across: Across, extent: Extent): Run[] {
  const { width, height, symbols } = raster;
  const { dotted } = strokesOf(symbols);
  const cells = Array.from(raster.bits, (_, index): Run => {
    const group = majority(raster, index);
    const { letter, series = null } = chart.curves[group] ?? {};
    return run(glyph(raster, index, letter === undefined ? "." : letterCell(letter).toLowerCase()), series);
  });
  const marked = indexOf(chart.xs, chart.marked);
  if (marked >= 0) {
    const column = Math.floor(across.dots[marked]! / DOTS[symbols].across);
    for (let row = 0; row < height; row++) {
      const index = row * width + column;
      if (raster.bits[index] === 0) cells[index] = run(dotted);
    }
  }
  drawPoints(cells, chart, raster, across, extent);
  return cells;
}

function drawPoints(cells: Run[], chart: LineChart, raster: Raster, across: Across, extent: Extent): void {
  const { point } = strokesOf(raster.symbols);
  const heightOf = placer(extent, raster.rows);
  const draw = (index: number, tone: Tone): void => {
    const column = across.dots[index]!;
    for (const { values, letter, series = null } of chart.curves) {
      const value = values[index];
      if (!isFiniteNumber(value) || !Number.isFinite(column)) continue;
      const text = letter === undefined ? point : letterCell(letter);
      cells[cellOf(raster, column, raster.rows - 1 - heightOf(value))] = run(text, series, tone);
    }
  };
  if (across.apart) for (let index = 0; index < chart.xs.length; index++) draw(index, "marked");
  const selected = indexOf(chart.xs, chart.selected);
  if (selected >= 0) draw(selected, "selected");
}

function indexOf(xs: ArrayLike<number>, x: number | null | undefined): number {
  return x === null || x === undefined ? -1 : Array.prototype.indexOf.call(xs, x);
}
