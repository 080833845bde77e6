import { type Line, type Span, span } from "../text/line.ts";
import { type Extent, extentOf, gutterOf, horizontalAxis, withVerticalAxis } from "./axes.ts";
import { DOTS, emptyRaster, glyph, type Symbols, setLine } from "./raster.ts";
import { ticksOf } from "./ticks.ts";

/** A curve over whole numbers: one value for each x, null where there is none. */
export interface Curve {
  readonly xs: readonly number[];
  readonly values: readonly (number | null)[];
  /** The x whose place is marked by a dotted line from top to bottom, null for none. */
  readonly marked: number | null;
  /** The x whose point is drawn as selected, null for none. */
  readonly selected: number | null;
  /** The range of the vertical axis starts here where it is given. */
  readonly floor?: number;
  /** Cells that the labels of the vertical axis take at least, so that curves above each other stand in line. */
  readonly gutter?: number;
}

/** The cells that the labels of the curve's vertical axis take in a picture of `height` rows. */
export function curveGutter(curve: Curve, height: number): number {
  return gutterOf(ticksFor(extentFor(curve), height));
}

/** The curve over `width` by `height` cells, axes included: its points as `●`, lines between them, a label for each x that fits. */
export function curveLines(curve: Curve, width: number, height: number, symbols: Symbols): Line[] {
  const extent = extentFor(curve);
  const plotHeight = Math.max(1, height - 2);
  const ticks = ticksFor(extent, height);
  const extra = Math.max(0, (curve.gutter ?? 0) - gutterOf(ticks));
  const padded = { values: ticks.values, texts: ticks.texts.map((text) => " ".repeat(extra) + text) };
  const gutter = gutterOf(padded);
  const plotWidth = Math.max(1, width - gutter);
  const places = curve.xs.map((_, index) => cellAcross(index, curve.xs.length, plotWidth));
  return [
    ...withVerticalAxis(draw(curve, extent, places, plotWidth, plotHeight, symbols), padded, extent),
    ...horizontalAxis(places, curve.xs.map(String), gutter, plotWidth),
  ];
}

function extentFor({ values, floor }: Curve): Extent {
  const { low, high } = extentOf(values.filter((value) => value !== null));
  return { low: floor === undefined ? low : Math.min(low, floor), high };
}

function ticksFor({ low, high }: Extent, height: number): ReturnType<typeof ticksOf> {
  return ticksOf(low, high, Math.max(2, Math.floor((height - 2) / 2)));
}

function cellAcross(index: number, count: number, width: number): number {
  if (count < 2) return Math.floor(width / 2);
  const margin = width > count * 3 ? 1 : 0;
  const step = (width - 1 - 2 * margin) / (count - 1);
  // Whole cells between points, where there are some, keep their labels evenly apart.
  return margin + (step >= 2 ? index * Math.floor(step) : Math.round(index * step));
}

function draw(
  { xs, values, marked, selected }: Curve,
  { low, high }: Extent,
  places: readonly number[],
  width: number,
  height: number,
  symbols: Symbols,
): Line[] {
  const raster = emptyRaster(width, height, symbols);
  const { across, down } = DOTS[symbols];
  const dotAcross = (index: number): number => places[index]! * across + (across >> 1);
  const dotDown = (value: number): number => Math.round(((high - value) / (high - low)) * (height * down - 1));
  const points = new Map<number, number>();
  let before = -1;
  values.forEach((value, index) => {
    if (value === null || !Number.isFinite(value)) return;
    if (before >= 0) {
      setLine(raster, dotAcross(before), dotDown(values[before]!), dotAcross(index), dotDown(value));
    }
    before = index;
    points.set(Math.floor(dotDown(value) / down) * width + places[index]!, index);
  });
  const dotted = marked === null ? -1 : (places[xs.indexOf(marked)] ?? -1);
  return Array.from({ length: height }, (_, row) => {
    const spans: Span[] = [];
    for (let column = 0; column < width; column++) {
      const index = row * width + column;
      const point = points.get(index);
      const drawn = glyph(raster, index, ".");
      if (point !== undefined) spans.push(span("●", { bold: true, inverse: xs[point] === selected }));
      else if (column === dotted && drawn === " ") spans.push(span("┊"));
      else spans.push(span(drawn));
    }
    return spans;
  });
}
