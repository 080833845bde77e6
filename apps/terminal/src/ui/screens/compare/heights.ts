/** Part of the screen, and how many lines it would like: a heading and what is under it. */
export interface Wish {
  readonly lines: number;
  /** The lower, the sooner it is served. */
  readonly rank: number;
}

/** A heading alone says nothing. */
const LEAST = 2;

/**
 * Shares lines out among parts that stand one above the other. Where they do not suffice each gets, by rank, at most two
 * thirds of what is left, or nothing; what remains goes to the first that wants more.
 */
export function heightsOf(wishes: readonly Wish[], height: number): readonly number[] {
  const given = new Array<number>(wishes.length).fill(0);
  const order = wishes.map(({ rank }, part) => ({ rank, part })).sort((a, b) => a.rank - b.rank);
  const wanted = wishes.reduce((sum, { lines }) => sum + lines, 0);
  let left = Math.max(0, height);
  if (wanted <= left) return wishes.map(({ lines }) => lines);
  for (const { part } of order) {
    const share = Math.min(wishes[part]!.lines, Math.max(LEAST, Math.floor((left * 2) / 3)));
    if (share > left) continue;
    given[part] = share;
    left -= share;
  }
  for (const { part } of order) {
    if (given[part] === 0) continue;
    const more = Math.min(left, wishes[part]!.lines - given[part]!);
    given[part]! += more;
    left -= more;
  }
  return given;
}
