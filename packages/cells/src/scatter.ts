import { logTicksAcross, logTicksUp, type Plot, plotOf, withAxes } from "./axis/axes.ts";
import { type Extent, extentOf, placer, rangeOf } from "./axis/extent.ts";
import { ticksAcross } from "./axis/ticks.ts";
import { cellOf, emptyRaster, glyph, majority, type Raster, setLine, setterOf } from "./dots/raster.ts";
import { drawnRow, isDrawnRow } from "./drawn-row.ts";
import { type Frame, wholeFrame } from "./frame.ts";
import { letterCell, linesOf, type Picture, type Run, run } from "./picture.ts";
import { strokesOf } from "./strokes.ts";

/** A letter on the picture, over points and trails: the center of a series. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly letter: string;
  readonly series: number;
  /** Drawn as selected, and over the marks of the same cell. */
  readonly selected?: boolean;
}

/** A path over the points, from its first place to its last; at least as many ys as xs. */
export interface Trail {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly series: number;
}

/** Points to draw: two columns of the same length. Points with a value that is not finite are not drawn. */
export interface Scatter {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** The series of each point, an index into `letters`; any other number, -1 say, for points that are not drawn. */
  readonly series: ArrayLike<number>;
  /** A letter for each series: in lower case it is its point in ASCII. */
  readonly letters: readonly string[];
  readonly marks?: readonly Mark[];
  readonly trails?: readonly Trail[];
  /** Sides on which each power of ten has the same room; points and marks that are not above 0 there are not drawn. */
  readonly log?: { readonly x: boolean; readonly y: boolean };
  /** Of how many rows one is drawn; 1 by default. */
  readonly step?: number;
  /** Rows whose points stand out: a cell that has one is drawn as selected, and takes the series of most of these. */
  readonly highlighted?: ArrayLike<number>;
}

/**
 * Where each point has so many cells to itself, it is drawn of four dots: one alone is hard to see. The cells are those of a
 * picture of usual height, so that points stay as they are when a message takes a line of it; a low one has two thirds of them
 * at least.
 */
const CELLS_OF_A_SPARSE_POINT = 5;
const USUAL_HEIGHT = { ofWidth: 1 / 2, most: 24, ofHeight: 1.5 };

/** The powers of ten of the least and the largest number there is. */
const LEAST_POWER = Math.log10(Number.MIN_VALUE);
const MOST_POWER = Math.log10(Number.MAX_VALUE);

/**
 * A scatter with axes. A cell takes the series that most of its points belong to, the lowest on a tie. The axes span
 * all points, drawn or not, so that they stand still where a film changes the series alone.
 */
export function scatterChart(points: Scatter, frame: Frame): Picture {
  const { width, height } = wholeFrame(frame);
  if (width < 1 || height < 1) return [];
  const { marks = [], trails = [] } = points;
  const step = Math.max(1, Math.floor(points.step ?? 1));
  const log = points.log ?? { x: false, y: false };
  const across = extentOn(log.x, step, points.x, [marks.map(({ x }) => x), ...trails.map(({ xs }) => xs)]);
  const down = extentOn(log.y, step, points.y, [marks.map(({ y }) => y), ...trails.map(({ ys }) => ys)]);
  const plot = log.y ? plotOf(frame, down, 0, 0, logTicksUp) : plotOf(frame, down);
  const sheet: Sheet = { plot, across, log };
  const cells = pointCells(points, step, sheet);
  drawTrails(cells, trails, sheet);
  drawMarks(cells, marks, sheet);
  const ticks = log.x ? logTicksAcross(across, plot.width) : ticksAcross(across.low, across.high, plot.width);
  const ruler = { places: ticks.values.map(placer(across, plot.width)), texts: ticks.texts };
  return withAxes(linesOf(cells, plot.width), plot, ruler);
}

/** What is drawn on: the plot, whose extent is the vertical one, and the extent across, each in powers of ten where it is so. */
interface Sheet {
  readonly plot: Plot;
  readonly across: Extent;
  readonly log: NonNullable<Scatter["log"]>;
}

/** The extent of a side over points, one of every `step`, and whatever else is drawn. */
function extentOn(
  isLog: boolean,
  step: number,
  points: ArrayLike<number>,
  others: readonly (readonly number[])[],
): Extent {
  const above = isLog ? 0 : undefined;
  const ranges = [rangeOf(points, step, above), ...others.map((values) => rangeOf(values, 1, above))];
  const some = ranges.filter(({ low, high }) => low <= high);
  if (!isLog) return extentOf(...some);
  const { low, high } = extentOf(...some.map((each) => ({ low: Math.log10(each.low), high: Math.log10(each.high) })));
  // One value alone has room on both sides, and beyond these there are no numbers to write there.
  return { low: Math.max(low, LEAST_POWER), high: Math.min(high, MOST_POWER) };
}

/** Where values fall on a side; in powers of ten those that are not above 0 have no place. */
function placerOf(isLog: boolean, extent: Extent, places: number): (value: number) => number | null {
  const placeOf = placer(extent, places);
  if (!isLog) return (value) => (Number.isFinite(value) ? placeOf(value) : null);
  return (value) => (value > 0 && value < Number.POSITIVE_INFINITY ? placeOf(Math.log10(value)) : null);
}

/** Where points fall on a sheet of `columns` by `rows`, counted from the top left; null where they are not finite. */
function placerOn({ plot, across, log }: Sheet, columns: number, rows: number): (x: number, y: number) => Place | null {
  const [columnOf, heightOf] = [placerOf(log.x, across, columns), placerOf(log.y, plot.extent, rows)];
  return (x, y) => {
    const [column, height] = [columnOf(x), heightOf(y)];
    return column === null || height === null ? null : [column, rows - 1 - height];
  };
}

type Place = readonly [column: number, row: number];

function pointCells(points: Scatter, step: number, sheet: Sheet): Run[] {
  const { series, letters, highlighted } = points;
  const { width, height, symbols } = sheet.plot;
  const raster = emptyRaster(width, height, symbols, letters.length);
  const drawPoint = pointDrawer(points, step, sheet, raster);
  const places = Math.ceil(series.length / step);
  for (let place = 0; place < places; place++) drawPoint(drawnRow(place, step));
  const small = letters.map((letter) => letterCell(letter).toLowerCase());
  const cells = Array.from(raster.bits, (_, index) => {
    const group = majority(raster, index);
    return run(glyph(raster, index, small[group] ?? ""), group < 0 ? null : group);
  });
  if (highlighted === undefined || highlighted.length === 0) return cells;
  const standingOut = emptyRaster(width, height, symbols, letters.length);
  const drawHighlighted = pointDrawer(points, step, sheet, standingOut);
  for (let each = 0; each < highlighted.length; each++) drawHighlighted(highlighted[each]!);
  return cells.map((cell, index) => {
    const group = majority(standingOut, index);
    return group < 0 ? cell : run(glyph(raster, index, small[group] ?? ""), group, "selected");
  });
}

/** Draws the point of a row, where it has a series and a place, and where its row is one of those drawn. */
function pointDrawer(
  { x, y, series, letters }: Scatter,
  step: number,
  sheet: Sheet,
  raster: Raster,
): (row: number) => void {
  const { width, height, symbols } = sheet.plot;
  const setDot = setterOf(raster);
  const columnOf = placerOf(sheet.log.x, sheet.across, raster.columns);
  const heightOf = placerOf(sheet.log.y, sheet.plot.extent, raster.rows);
  const cells = width * Math.min(width * USUAL_HEIGHT.ofWidth, USUAL_HEIGHT.most, height * USUAL_HEIGHT.ofHeight);
  const sparse = (series.length / step) * CELLS_OF_A_SPARSE_POINT < cells;
  const size = sparse && symbols === "braille" ? 2 : 1;
  return (row) => {
    const group = series[row]!;
    if (!(Number.isInteger(group) && group >= 0 && group < letters.length) || !isDrawnRow(row, step)) return;
    const [place, height] = [columnOf(x[row]!), heightOf(y[row]!)];
    if (place === null || height === null) return;
    const column = Math.min(place, raster.columns - size);
    const line = raster.rows - Math.max(1 + height, size);
    for (let dot = 0; dot < size * size; dot++) setDot(column + (dot % size), line + (dot >> 1), group);
  };
}

/** Draws each trail in place of the points below it, and where it begins. */
function drawTrails(cells: Run[], trails: readonly Trail[], sheet: Sheet): void {
  const { width, height, symbols } = sheet.plot;
  const raster = emptyRaster(width, height, symbols, trails.length);
  const setDot = setterOf(raster);
  const placeOn = placerOn(sheet, raster.columns, raster.rows);
  const starts = new Set<number>();
  trails.forEach(({ xs, ys }, group) => {
    const path = xs.flatMap((x, index) => {
      const place = placeOn(x, ys[index]!);
      return place === null ? [] : [place];
    });
    path.forEach((place, index) => {
      setLine(setDot, path[Math.max(0, index - 1)]!, place, group);
    });
    const [first] = path;
    if (first !== undefined) starts.add(cellOf(raster, ...first));
  });
  const { start } = strokesOf(symbols);
  for (let index = 0; index < cells.length; index++) {
    const group = majority(raster, index);
    if (group < 0) continue;
    const text = starts.has(index) ? start : glyph(raster, index, TRAIL);
    cells[index] = run(text, trails[group]!.series, "marked");
  }
}

/** A trail in ASCII. */
const TRAIL = "+";

/** Draws the letters, the first of those that share a cell, unless one of them is selected. */
function drawMarks(cells: Run[], marks: readonly Mark[], sheet: Sheet): void {
  const { width, height } = sheet.plot;
  const placeOn = placerOn(sheet, width, height);
  const others = marks.filter(({ selected }) => selected !== true).reverse();
  const selected = marks.filter((mark) => mark.selected === true);
  for (const mark of [...others, ...selected]) {
    const place = placeOn(mark.x, mark.y);
    if (place === null) continue;
    const tone = mark.selected === true ? "selected" : "marked";
    cells[place[1] * width + place[0]] = run(letterCell(mark.letter), mark.series, tone);
  }
}
