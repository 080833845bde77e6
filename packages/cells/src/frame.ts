/** What a cell is drawn with: 2 x 4 dots, parts of blocks, or one character of ASCII. */
export type Symbols = "braille" | "blocks" | "ascii";

/** The room for a chart, in cells, and what it is drawn with. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly symbols: Symbols;
}

/** The frame in whole cells, none where there is no room. */
export function wholeFrame({ width, height, symbols }: Frame): Frame {
  return { width: wholeCells(width), height: wholeCells(height), symbols };
}

/** Whole cells, from 0 up. */
export function wholeCells(cells: number): number {
  return cells >= 1 ? Math.floor(cells) : 0;
}
