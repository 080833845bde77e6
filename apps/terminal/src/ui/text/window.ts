/** The first of `count` rows to show in `height` lines so that the cursor stands in the middle where it can. */
export function windowStart(cursor: number, count: number, height: number): number {
  return Math.max(0, Math.min(cursor - Math.floor(height / 2), count - height));
}

/** How many of `count` rows are out of sight where `height` of them are shown from `start` on: `↑ 2 more  ↓ 14 more`. */
export function hiddenRows(start: number, count: number, height: number): string {
  const below = count - start - height;
  return [...(start > 0 ? [`↑ ${start} more`] : []), ...(below > 0 ? [`↓ ${below} more`] : [])].join("  ");
}
