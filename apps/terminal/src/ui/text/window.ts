/** The first of `count` rows to show in `height` lines so that the cursor stands in the middle where it can. */
export function windowStart(cursor: number, count: number, height: number): number {
  return Math.max(0, Math.min(cursor - Math.floor(height / 2), count - height));
}
