import type { Symbols } from "../frame.ts";

/** How many dots a cell has across and down. */
export const DOTS: Readonly<Record<Symbols, { readonly across: number; readonly down: number }>> = {
  braille: { across: 2, down: 4 },
  blocks: { across: 1, down: 2 },
  ascii: { across: 1, down: 1 },
};

// Bit of a braille cell by row and column of its dots (Unicode 2800-28FF), and of a cell of two halves.
const BRAILLE = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];
const HALVES = [0x01, 0x02];
const BLOCKS = [" ", "▀", "▄", "█"];

/**
 * Dots over `width` by `height` cells, row-major: which are set in each cell (`bits`), and how often by each of the
 * `groups` (`counts`, group by group within a cell).
 */
export interface Raster {
  readonly symbols: Symbols;
  readonly width: number;
  readonly height: number;
  readonly groups: number;
  /** In dots. */
  readonly columns: number;
  readonly rows: number;
  readonly bits: Uint8Array;
  readonly counts: Uint32Array;
}

/** A raster with no dot set. */
export function emptyRaster(width: number, height: number, symbols: Symbols, groups = 1): Raster {
  const cells = width * height;
  const { across, down } = DOTS[symbols];
  const [columns, rows] = [width * across, height * down];
  const [bits, counts] = [new Uint8Array(cells), new Uint32Array(cells * groups)];
  return { symbols, width, height, groups, columns, rows, bits, counts };
}

/** The cell of the dot at column `x`, row `y`, in whole dots from the top left. */
export function cellOf({ symbols, width }: Raster, x: number, y: number): number {
  const { across, down } = DOTS[symbols];
  return Math.floor(y / down) * width + Math.floor(x / across);
}

/** Sets dots for a group, at whole columns and rows from the top left; outside nothing is set. */
export function setterOf({ symbols, width, groups, columns, rows, bits, counts }: Raster): DotSetter {
  const { across, down } = DOTS[symbols];
  const bitOf = symbols === "braille" ? BRAILLE : HALVES;
  // Both are powers of two: for a million points shifts are worth it.
  const [shiftX, shiftY] = [Math.log2(across), Math.log2(down)];
  return (x, y, group) => {
    if (!(x >= 0 && y >= 0 && x < columns && y < rows)) return;
    const index = (y >> shiftY) * width + (x >> shiftX);
    bits[index]! |= bitOf[((y & (down - 1)) << shiftX) | (x & (across - 1))]!;
    counts[index * groups + group]!++;
  };
}

/** Sets one dot. */
export type DotSetter = (x: number, y: number, group: number) => void;

/** A straight line of dots between two points, both set (Bresenham). */
export function setLine(
  setDot: DotSetter,
  [fromX, fromY]: readonly [x: number, y: number],
  [toX, toY]: readonly [x: number, y: number],
  group: number,
): void {
  const stepX = Math.sign(toX - fromX);
  const stepY = Math.sign(toY - fromY);
  const across = Math.abs(toX - fromX);
  const down = Math.abs(toY - fromY);
  let [x, y, error] = [fromX, fromY, across - down];
  for (let left = Math.max(across, down); left >= 0; left--) {
    setDot(x, y, group);
    const twice = 2 * error;
    if (twice >= -down) {
      error -= down;
      x += stepX;
    }
    if (twice <= across) {
      error += across;
      y += stepY;
    }
  }
}

/** The character of a cell; in ASCII `letter` stands for any dot. */
export function glyph(raster: Raster, index: number, letter: string): string {
  const bits = raster.bits[index]!;
  if (bits === 0) return " ";
  if (raster.symbols === "ascii") return letter;
  return raster.symbols === "braille" ? String.fromCharCode(0x2800 + bits) : BLOCKS[bits]!;
}

/** The group that set most dots of a cell, the lowest on a tie; -1 where there are none. */
export function majority({ bits, counts, groups }: Raster, index: number): number {
  if (bits[index] === 0) return -1;
  let best = 0;
  for (let group = 1; group < groups; group++) {
    if (counts[index * groups + group]! > counts[index * groups + best]!) best = group;
  }
  return best;
}
