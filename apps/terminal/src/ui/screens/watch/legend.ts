import type { Segment } from "@kentro/segments";
import { bar } from "../../../text/bar.ts";
import { percent } from "../../../text/number.ts";
import { widestOf } from "../../../text/visible.ts";
import { block, cell, type Line, line, rule, span } from "../../text/line.ts";
import type { Film } from "../../work/film/protocol.ts";
import type { FilmStep } from "./steps.ts";

const SHARE = 8;
const WIDEST_BAR = 10;

/** A line for each cluster: its letter, the segment it becomes, and how many of the customers it has now. */
export function legend(
  { clusters }: Pick<Film, "clusters">,
  step: FilmStep,
  segments: readonly Segment[],
  width: number,
  height: number,
): Line[] {
  const letters = Math.max(1, ...clusters.map(({ letter }) => letter.length));
  const rest = width - letters - SHARE - 3;
  const nameOf = (segment: number | null): string => {
    return segment === null ? "another group" : (segments[segment]?.name ?? "");
  };
  const longest = widestOf(clusters.map(({ segment }) => nameOf(segment)));
  const bars = Math.min(WIDEST_BAR, Math.max(0, rest - longest));
  const ordered = [...clusters.keys()].sort((a, b) => clusters[a]!.slot - clusters[b]!.slot);
  const sizes = step.kind === "start" ? [] : step.frame.sizes;
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const most = Math.max(1, ...sizes);
  const rows = ordered.map((cluster): Line => {
    const { letter, slot, segment } = clusters[cluster]!;
    const size = sizes[cluster] ?? 0;
    return [
      span(" "),
      cell(letter, letters, { segment: slot, bold: true }),
      cell(` ${nameOf(segment)}`, rest - bars + 1),
      cell(step.kind === "start" ? "–" : percent(size / all), SHARE, undefined, "end"),
      span(" "),
      span(bar(size / most, bars), { segment: slot }),
    ];
  });
  const more = rows.length > height - 1 ? ` (${rows.length - Math.max(0, height - 1)} more)` : "";
  return block([rule(line(`What they become${more}`), width), ...rows], width, height);
}
