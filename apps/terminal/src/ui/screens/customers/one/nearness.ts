/** Where a customer stands between its segment and the next nearest, in a sentence; `margin` as @kentro/segments has it. */
export function nearness(own: string, second: string | null, margin: number, border: number): string {
  if (Number.isNaN(margin)) return "";
  if (second === null) return "There is no other segment.";
  if (margin >= 1) return `At the very center of ${own}.`;
  const further = margin / (1 - margin);
  const percent = Math.round(further * 100);
  if (margin < border) {
    const much = percent === 0 ? "as close" : `${percent} % farther`;
    return `On the border: ${second} is ${much}.`;
  }
  if (further < 1) return `Closest to ${own}; ${second} is ${percent} % farther.`;
  const times = further < 9 ? (further + 1).toFixed(1) : String(Math.round(further + 1));
  return `Closest to ${own} by far: ${second} is ${times} times as far.`;
}
