import { type Line, type Span, type Style, span } from "../text/line.ts";
import { type Extent, extentOf, gutterOf, horizontalAxis, placeOf, withVerticalAxis } from "./axes.ts";
import { DOTS, emptyRaster, glyph, type Raster, type Symbols, setDot } from "./raster.ts";
import { ticksAcross, ticksOf } from "./ticks.ts";

/** A letter on the picture: the center of a segment. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly letter: string;
  readonly segment: number;
  readonly selected: boolean;
}

/** Points to draw: two columns of the same length, the segment of each row (-1: not drawn), a letter a segment. */
export interface Scatter {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly labels: ArrayLike<number>;
  readonly letters: readonly string[];
  readonly marks: readonly Mark[];
  /** Every how many rows a point is drawn. */
  readonly step: number;
}

/** A scatter over `width` by `height` cells, axes included. A cell takes the color of the segment that most of its points belong to. */
export function scatter(points: Scatter, width: number, height: number, symbols: Symbols): Line[] {
  const xExtent = extentOf(points.x, points.step);
  const yExtent = extentOf(points.y, points.step);
  const plotHeight = Math.max(1, height - 2);
  const yTicks = ticksOf(yExtent.low, yExtent.high, Math.max(2, Math.floor(plotHeight / 2)));
  const gutter = gutterOf(yTicks);
  const plotWidth = Math.max(1, width - gutter);
  const xTicks = ticksAcross(xExtent.low, xExtent.high, plotWidth);
  const picture = draw(points, xExtent, yExtent, plotWidth, plotHeight, symbols);
  const places = xTicks.values.map((value) => placeOf(value, xExtent, plotWidth));
  return [...withVerticalAxis(picture, yTicks, yExtent), ...horizontalAxis(places, xTicks.texts, gutter, plotWidth)];
}

/** Where each point has so many cells to itself, it is drawn of four dots: one alone is hard to see. */
const CELLS_OF_A_SPARSE_POINT = 5;

function draw(
  points: Scatter,
  xExtent: Extent,
  yExtent: Extent,
  width: number,
  height: number,
  symbols: Symbols,
): Line[] {
  const raster = emptyRaster(width, height, symbols);
  const { across, down } = DOTS[symbols];
  const segments = points.letters.length;
  const counts = new Uint32Array(width * height * segments);
  const sparse = (points.labels.length / points.step) * CELLS_OF_A_SPARSE_POINT < width * height;
  const size = sparse && symbols === "braille" ? 2 : 1;
  for (let row = 0; row < points.labels.length; row += points.step) {
    const segment = points.labels[row]!;
    const x = points.x[row]!;
    const y = points.y[row]!;
    if (segment < 0 || !Number.isFinite(x) || !Number.isFinite(y)) continue;
    const dotRow = height * down - 1 - placeOf(y, yExtent, height * down);
    const dotColumn = placeOf(x, xExtent, width * across);
    for (let dot = 0; dot < size * size; dot++) {
      const index = setDot(raster, dotColumn + (dot % size), dotRow + Math.floor(dot / size));
      if (index >= 0) counts[index * segments + segment]!++;
    }
  }
  const marks = new Map<number, Mark>();
  for (const mark of points.marks) {
    const cellRow = height - 1 - placeOf(mark.y, yExtent, height);
    const index = cellRow * width + placeOf(mark.x, xExtent, width);
    if (mark.selected || !marks.has(index)) marks.set(index, mark);
  }
  return Array.from({ length: height }, (_, row) => cellsOfRow(raster, row, counts, points.letters, marks));
}

function cellsOfRow(
  raster: Raster,
  row: number,
  counts: Uint32Array,
  letters: readonly string[],
  marks: ReadonlyMap<number, Mark>,
): Line {
  const spans: Span[] = [];
  let run = "";
  let runSegment = -1;
  const flush = (): void => {
    if (run !== "") spans.push({ text: run, cells: run.length, style: runSegment < 0 ? {} : { segment: runSegment } });
    run = "";
  };
  for (let column = 0; column < raster.width; column++) {
    const index = row * raster.width + column;
    const mark = marks.get(index);
    if (mark !== undefined) {
      flush();
      const style: Style = { segment: mark.segment, bold: true, inverse: mark.selected };
      spans.push(span(mark.letter.slice(0, 1), style));
      continue;
    }
    const segment = raster.bits[index] === 0 ? -1 : majority(counts, index, letters.length);
    if (segment !== runSegment) flush();
    runSegment = segment;
    run += glyph(raster, index, (letters[segment] ?? "").slice(0, 1).toLowerCase());
  }
  flush();
  return spans;
}

function majority(counts: Uint32Array, index: number, segments: number): number {
  let best = 0;
  for (let segment = 1; segment < segments; segment++) {
    if (counts[index * segments + segment]! > counts[index * segments + best]!) best = segment;
  }
  return best;
}
