const LEAST = 6;
const COMFORTABLE = 16;
const GAP = 2;

/** A column on the screen: its index in the table and its width in cells, the gap before it not counted. */
interface Placed {
  readonly index: number;
  readonly width: number;
}

/** Columns that fit beside each other, and how many are hidden on either side. */
export interface Placement {
  readonly placed: readonly Placed[];
  readonly before: number;
  readonly after: number;
}

/**
 * Which columns stand in `width` cells: the first one always, then those from `scrolled` on. No column is squeezed
 * below six cells, and what is left over goes to those that are cut.
 */
export function placeColumns(natural: readonly number[], scrolled: number, width: number): Placement {
  const wish = (index: number): number => Math.max(LEAST, Math.min(COMFORTABLE, natural[index]!));
  const candidates = natural.map((_, index) => index).filter((index) => index === 0 || index > scrolled);
  const placed: Placed[] = [];
  let left = width;
  for (const index of candidates) {
    const room = left - GAP;
    if (room < LEAST) break;
    if (placed.length > 0 && room < wish(index)) break;
    placed.push({ index, width: Math.min(wish(index), room) });
    left -= Math.min(wish(index), room) + GAP;
  }
  const widened = placed.map((column) => {
    const more = Math.min(left, Math.max(0, natural[column.index]! - column.width));
    left -= more;
    return { ...column, width: column.width + more };
  });
  const before = Math.max(0, Math.min(scrolled, natural.length - 1));
  return { placed: widened, before, after: Math.max(0, natural.length - before - placed.length) };
}

/** The cells between two columns. */
export const COLUMN_GAP: string = " ".repeat(GAP);
