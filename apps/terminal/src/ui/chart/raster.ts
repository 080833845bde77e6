/** What a cell of a picture is drawn with: 2 x 4 dots, two halves, or one letter. */
export type Symbols = "braille" | "blocks" | "letters";

/** How many dots a cell has across and down. */
export const DOTS: Readonly<Record<Symbols, { readonly across: number; readonly down: number }>> = {
  braille: { across: 2, down: 4 },
  blocks: { across: 1, down: 2 },
  letters: { across: 1, down: 1 },
};

// Bit of a braille cell by row and column of its dots (Unicode 2800-28FF).
const BRAILLE = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];
const BLOCKS = [" ", "▀", "▄", "█"];

/** Dots over `width` by `height` cells: which are set, cell by cell, row-major. */
export interface Raster {
  readonly symbols: Symbols;
  readonly width: number;
  readonly height: number;
  readonly bits: Uint8Array;
}

/** A raster with no dot set. */
export function emptyRaster(width: number, height: number, symbols: Symbols): Raster {
  return { symbols, width, height, bits: new Uint8Array(Math.max(0, width * height)) };
}

/** Sets the dot at column `x`, row `y` (in dots, from the top left); returns the index of its cell, -1 outside. */
export function setDot(raster: Raster, x: number, y: number): number {
  const { across, down } = DOTS[raster.symbols];
  if (!(x >= 0 && y >= 0 && x < raster.width * across && y < raster.height * down)) return -1;
  const index = Math.floor(y / down) * raster.width + Math.floor(x / across);
  const dot = (y % down) * across + (x % across);
  raster.bits[index]! |= raster.symbols === "braille" ? BRAILLE[dot]! : 1 << dot;
  return index;
}

/** A straight line of dots between two points, both set (Bresenham). */
export function setLine(raster: Raster, fromX: number, fromY: number, toX: number, toY: number): void {
  const stepX = Math.sign(toX - fromX);
  const stepY = Math.sign(toY - fromY);
  const across = Math.abs(toX - fromX);
  const down = Math.abs(toY - fromY);
  let [x, y, error] = [fromX, fromY, across - down];
  for (let left = Math.max(across, down); left >= 0; left--) {
    setDot(raster, x, y);
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

/** The character of a cell; where symbols are letters, `letter` stands for any dot. */
export function glyph(raster: Raster, index: number, letter: string): string {
  const bits = raster.bits[index]!;
  if (bits === 0) return " ";
  if (raster.symbols === "letters") return letter;
  return raster.symbols === "braille" ? String.fromCharCode(0x2800 + bits) : BLOCKS[bits]!;
}
