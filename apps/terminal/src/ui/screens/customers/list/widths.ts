import type { Segment } from "@kentro/segments";
import { count } from "../../../../text/number.ts";
import { widestOf } from "../../../../text/visible.ts";

/** The cells for what is said of every customer before the columns of the file; 0 where there is no room for it. */
export interface Widths {
  readonly row: number;
  readonly letter: number;
  readonly name: number;
  readonly distance: number;
  readonly second: number;
}

const DISTANCE = 9;
/** "left out" and the title have room. */
const LEAST_NAME = 8;
const WIDEST_NAME = 24;
const FOR_ROWS = 60;
const FOR_SECOND = 64;
const FOR_DISTANCE = 96;
const FOR_NAMES = 116;

/** What of a customer's place there is room for in `width` cells: the letter always, where there are segments. */
export function widthsOf(segments: readonly Pick<Segment, "letter" | "name">[], rows: number, width: number): Widths {
  const row = width >= FOR_ROWS ? Math.max(3, count(rows).length) : 0;
  if (segments.length === 0) return { row, letter: 0, name: 0, distance: 0, second: 0 };
  const letter = Math.max(1, ...segments.map((segment) => segment.letter.length));
  const names = Math.max(LEAST_NAME, widestOf(segments.map(({ name }) => name)));
  return {
    row,
    letter,
    name: width >= FOR_NAMES ? Math.min(WIDEST_NAME, names) : 0,
    distance: width >= FOR_DISTANCE ? DISTANCE : 0,
    second: width >= FOR_SECOND && segments.length > 1 ? Math.max(5, letter + 3) : 0,
  };
}

/** The cells that they take together, with a gap between them. */
export function placeWidth({ row, letter, name, distance, second }: Widths, gap: number): number {
  const taken = [row, letter, name, distance, second].filter((width) => width > 0);
  return taken.reduce((sum, width) => sum + width + gap, taken.length === 0 ? 0 : -gap);
}
