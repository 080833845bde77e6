/** Part of the screen, and how many lines it would like: a heading and what is under it. */
export interface Wish {
  readonly lines: number;
  /** The lower, the sooner it is served. */
  readonly rank: number;
  /** Served only when all others have what they would like. */
  readonly spare?: true;
}

/** Less says nothing: a heading, letters, a line. */
const LEAST = 3;

/**
 * Shares lines out among parts that stand one above the other. Where they do not suffice each gets, by rank, at most two
 * thirds of what is left, or nothing; what remains goes to the first that wants more, and then to those that can be spared.
 */
export function heightsOf(wishes: readonly Wish[], height: number): readonly number[] {
  const given = new Array<number>(wishes.length).fill(0);
  const order = wishes.map((wish, part) => ({ ...wish, part })).sort((a, b) => a.rank - b.rank);
  const needed = order.filter(({ spare }) => spare !== true);
  const wanted = needed.reduce((sum, { lines }) => sum + lines, 0);
  let left = Math.max(0, height);
  const give = (part: number, lines: number): void => {
    given[part]! += lines;
    left -= lines;
  };
  for (const { part, lines } of needed) {
    const share = wanted <= height ? lines : Math.min(lines, Math.max(LEAST, Math.floor((left * 2) / 3)));
    if (share <= left) give(part, share);
  }
  for (const { part, lines } of needed) if (given[part] !== 0) give(part, Math.min(left, lines - given[part]!));
  for (const { part, lines, spare } of order) if (spare === true && left >= LEAST) give(part, Math.min(left, lines));
  return given;
}
