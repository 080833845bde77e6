const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** A bar for `share` (0 to 1) of `width` cells, in eighths of a cell; anything above zero shows. */
export function bar(share: number, width: number): string {
  if (!(share > 0) || width < 1) return "";
  const eighths = Math.max(1, Math.round(Math.min(1, share) * width * 8));
  return "█".repeat(eighths >> 3) + EIGHTHS[eighths & 7]!;
}

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
