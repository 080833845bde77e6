const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** A bar for `share` (0 to 1) of `width` cells, in eighths of a cell; anything above zero shows. */
export function bar(share: number, width: number): string {
  if (!(share > 0) || width < 1) return "";
  const eighths = Math.max(1, Math.round(Math.min(1, share) * width * 8));
  return "█".repeat(eighths >> 3) + EIGHTHS[eighths & 7]!;
}
