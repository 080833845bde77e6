import { type Frame, type Symbols, wholeCells, wholeFrame } from "./frame.ts";
import { joined, type Line, type Picture, run } from "./picture.ts";
import { strokesOf } from "./strokes.ts";

/** Bars from the left, or to both sides of a center line. */
export interface Bars {
  readonly values: ArrayLike<number>;
  /** The series of all bars, or of each. */
  readonly series?: number | null | readonly (number | null)[];
  /** The value that fills the room; a larger one is cut there. By default the one farthest from 0. */
  readonly most?: number;
  /** Whether bars leave a center line, to the left where they are negative. By default where one of them is. */
  readonly centered?: boolean;
}

/** One horizontal bar a line, from the first value down, as many as there is room for; each line fills the width. */
export function barChart({ values, series = null, most, centered }: Bars, frame: Frame): Picture {
  const { width, height, symbols } = wholeFrame(frame);
  if (width < 1) return [];
  const full = most ?? farthest(values);
  const signed = centered ?? hasNegative(values);
  return Array.from({ length: Math.min(height, values.length) }, (_, row): Line => {
    const text = signed ? centeredBar(values[row]!, full, width, symbols) : bar(values[row]!, full, width, symbols);
    return joined([run(text, isEach(series) ? (series[row] ?? null) : series)]);
  });
}

/** A bar from the left over exactly `width` cells: `value` of `most` fills it, more is cut, less than 0 is nothing. */
export function bar(value: number, most: number, width: number, symbols: Symbols): string {
  const cells = wholeCells(width);
  const { full, fromLeft } = PARTS[symbols];
  const parts = partsOf(value, most, cells * (fromLeft.length + 1));
  return filled(parts, full, fromLeft).padEnd(cells);
}

/** A bar from a center line over exactly `width` cells, the last of which is empty where their number is even. */
export function centeredBar(value: number, most: number, width: number, symbols: Symbols): string {
  const cells = wholeCells(width);
  if (cells === 0) return "";
  const half = (cells - 1) >> 1;
  const { full, halves } = PARTS[symbols];
  const each = halves.length === 0 ? 1 : 2;
  const parts = partsOf(Math.abs(value), most, half * each);
  const left = value < 0 ? reversed(filled(parts, full, halves.slice(0, 1))) : "";
  const right = value > 0 ? filled(parts, full, halves.slice(1)) : "";
  return `${left.padStart(half)}${strokesOf(symbols).vertical}${right.padEnd(half)}`.padEnd(cells);
}

interface Parts {
  readonly full: string;
  /** A cell filled in part from the left, from the least part up. */
  readonly fromLeft: readonly string[];
  /** A cell whose right half is filled, and one whose left half is: only these there are to both sides. */
  readonly halves: readonly string[];
}

const PARTS: Readonly<Record<Symbols, Parts>> = {
  braille: { full: "⣿", fromLeft: ["⡇"], halves: ["⢸", "⡇"] },
  blocks: { full: "█", fromLeft: ["▏", "▎", "▍", "▌", "▋", "▊", "▉"], halves: ["▐", "▌"] },
  ascii: { full: "#", fromLeft: [], halves: [] },
};

/** How many of `all` parts a value fills; what is no number fills none. */
function partsOf(value: number, most: number, all: number): number {
  if (!(value > 0 && most > 0)) return 0;
  return Math.round(Math.min(1, value / most) * all);
}

function filled(parts: number, full: string, rest: readonly string[]): string {
  const each = rest.length + 1;
  return full.repeat(Math.floor(parts / each)) + (rest[(parts % each) - 1] ?? "");
}

/** Every part of a bar is one UTF-16 unit. */
function reversed(text: string): string {
  return Array.from(text).reverse().join("");
}

function isEach(series: Bars["series"]): series is readonly (number | null)[] {
  return typeof series === "object" && series !== null;
}

function farthest(values: ArrayLike<number>): number {
  let most = 0;
  for (let row = 0; row < values.length; row++) {
    const size = Math.abs(values[row]!);
    if (size > most && size < Number.POSITIVE_INFINITY) most = size;
  }
  return most;
}

function hasNegative(values: ArrayLike<number>): boolean {
  for (let row = 0; row < values.length; row++) if (values[row]! < 0) return true;
  return false;
}
