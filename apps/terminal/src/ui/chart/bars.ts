/**
 * A bar that leaves a centre line to the left or right, in half cells, over `2 * half + 1` cells: `value` of `most`
 * fills a side, more is cut there.
 */
export function centeredBar(value: number, most: number, half: number): string {
  const halves = Math.min(half * 2, Math.round((Math.abs(value) / most) * half * 2));
  const full = "█".repeat(halves >> 1);
  const odd = halves % 2 === 1;
  const left = value < 0 ? (odd ? "▐" : "") + full : "";
  const right = value > 0 ? full + (odd ? "▌" : "") : "";
  return `${left.padStart(half)}│${right.padEnd(half)}`;
}
