import type { Segment } from "@kentro/segments";
import { bar } from "../../../../text/bar.ts";
import { count, percent } from "../../../../text/number.ts";
import { wrapped } from "../../../../text/wrapped.ts";
import { block, cell, fit, type Line, type Style, span } from "../../../text/line.ts";
import { windowStart } from "../../../text/window.ts";
import { segmentList } from "./list.ts";

/** A name has so many lines at most. */
const MOST_NAME_LINES = 2;
const SHARE = 8;

/** Letters, sizes and shares with a bar, and under each the name; a line for each segment where there is no more room. */
export function narrowLegend(segments: readonly Segment[], selected: number, width: number, height: number): Line[] {
  const each = Math.min(1 + MOST_NAME_LINES, Math.floor(height / segments.length));
  if (each < 2) return block(segmentList(segments, selected, width, height), width, height);
  const largest = Math.max(...segments.map(({ size }) => size));
  const shown = Math.floor(height / each);
  const start = windowStart(selected, segments.length, shown);
  const lines = segments.slice(start, start + shown).flatMap((segment): Line[] => {
    const inverse = segment.id === selected;
    const letter = segment.letter.length + 1;
    const sizes = count(largest).length + 1;
    const bars = Math.max(0, width - letter - sizes - SHARE - 2);
    const names = wrapped(segment.name, width - 3).slice(0, each - 1);
    return [
      fit(
        [
          span(inverse ? "▸" : " ", { inverse }),
          cell(segment.letter, letter - 1, { segment: segment.id, bold: true, inverse }),
          cell(count(segment.size), sizes, { inverse }, "end"),
          cell(percent(segment.share), SHARE, { inverse }, "end"),
          span(" "),
          span(bar(segment.size / largest, bars), { segment: segment.id }),
        ],
        width,
      ),
      ...Array.from({ length: each - 1 }, (_, row) => fit(nameLine(names[row] ?? "", inverse), width)),
    ];
  });
  return block(lines, width, height);
}

function nameLine(text: string, selected: boolean): Line {
  const style: Style = selected ? { bold: true } : {};
  return [span(" "), span(" "), span(text, style)];
}
