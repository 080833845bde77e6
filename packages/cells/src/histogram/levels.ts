import type { Symbols } from "../frame.ts";

/** How cells are filled from below: columns of values in a cell, levels of a column, and the cell that shows them. */
export interface Levels {
  readonly across: number;
  readonly down: number;
  /** The character for the level of each column of a cell, 0 (empty) to `down` (full). */
  readonly cell: (levels: readonly number[]) => string;
}

const BLOCKS = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

// Bits of the braille dots of a cell's left and right column, from 0 to 4 dots up.
const LEFT = [0x00, 0x40, 0x44, 0x46, 0x47];
const RIGHT = [0x00, 0x80, 0xa0, 0xb0, 0xb8];

const braille: Levels = {
  across: 2,
  down: 4,
  cell: ([left = 0, right = 0]) => {
    const bits = LEFT[left]! | RIGHT[right]!;
    return bits === 0 ? " " : String.fromCharCode(0x2800 + bits);
  },
};

const blocks: Levels = { across: 1, down: 8, cell: ([level = 0]) => BLOCKS[level]! };

/** The levels for pictures of several lines. */
export const TALL: Readonly<Record<Symbols, Levels>> = {
  braille,
  blocks,
  ascii: { across: 1, down: 1, cell: ([level = 0]) => (level === 0 ? " " : "#") },
};

// Without parts of cells a single line shows height by how dark a character is.
const SHADES = " .:-=+*#";

/** The levels for a single line. */
export const FLAT: Readonly<Record<Symbols, Levels>> = {
  braille,
  blocks,
  ascii: { across: 1, down: SHADES.length - 1, cell: ([level = 0]) => SHADES.charAt(level) },
};

/** The level of `all` for a value of `most`: what is there has at least one. */
function levelOf(value: number, most: number, all: number): number {
  if (!(value > 0) || !(most > 0)) return 0;
  return Math.min(all, Math.max(1, Math.round((value / most) * all)));
}

/** The lines of columns that stand on the last of them, `height` cells high; the highest value fills them. */
export function standing(values: readonly number[], most: number, height: number, levels: Levels): string[] {
  const heights = values.map((value) => levelOf(value, most, height * levels.down));
  return Array.from({ length: height }, (_, row) => {
    const below = (height - 1 - row) * levels.down;
    let text = "";
    for (let first = 0; first < heights.length; first += levels.across) {
      const cell = heights.slice(first, first + levels.across);
      text += levels.cell(cell.map((level) => Math.min(levels.down, Math.max(0, level - below))));
    }
    return text;
  });
}
