import { percent } from "../../../text/number.ts";
import { type Line, span } from "../../text/line.ts";
import type { Comparison } from "../../work/compare/protocol.ts";
import type { Pair } from "./pair.ts";

/** Each segment of the result shown, and which of the other it is: ` B high income, was C: 97.1 % of it`. */
export function nowLines({ counts, matches }: Comparison, { before, after }: Pair): Line[] {
  return after.segmentation.segments.map(({ id, letter, name }): Line => {
    const was = matches[id] ?? null;
    return [
      span("  "),
      span(letter, { segment: id, bold: true }),
      span(` ${name}`),
      span(was === null ? ": new" : `: was ${before.segmentation.segments[was]!.letter}${shareOf(counts, was, id)}`),
    ];
  });
}

/** How much of the segment that it was is still in it. */
function shareOf(counts: Comparison["counts"], was: number, now: number): string {
  const all = counts[was]!.reduce((sum, each) => sum + each, 0);
  const stayed = counts[was]![now]!;
  return stayed === all ? "" : `, ${percent(stayed / all)} of which stayed`;
}
