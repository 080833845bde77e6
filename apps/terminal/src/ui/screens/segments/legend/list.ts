import type { Segment } from "@kentro/segments";
import { bar } from "../../../../text/bar.ts";
import { count, percent } from "../../../../text/number.ts";
import { widestOf } from "../../../../text/visible.ts";
import { cell, fit, type Line, span } from "../../../text/line.ts";
import { windowStart } from "../../../text/window.ts";

const LEAST_BAR = 4;
const WIDEST_BAR = 40;
const SHARE = 8;

/** A line for each segment: letter, name, size, share where there is room, and a bar; the selected one is marked. */
export function segmentList(segments: readonly Segment[], selected: number, width: number, height: number): Line[] {
  const start = windowStart(selected, segments.length, height);
  const letters = Math.max(...segments.map(({ letter }) => letter.length));
  const sizes = Math.max(...segments.map(({ size }) => count(size).length));
  const share = width >= 50 ? SHARE : 0;
  const rest = width - letters - sizes - share - 5;
  const names = Math.min(widestOf(segments.map(({ name }) => name)), Math.max(4, rest - LEAST_BAR));
  const bars = Math.min(WIDEST_BAR, Math.max(0, rest - names));
  const largest = Math.max(...segments.map(({ size }) => size));
  return segments.slice(start, start + height).map((segment, row) => {
    const isSelected = start + row === selected;
    const inverse = isSelected;
    return fit(
      [
        span(isSelected ? "▸" : " ", { inverse }),
        cell(segment.letter, letters, { segment: segment.id, bold: true, inverse }),
        cell(` ${segment.name}`, names + 1, { inverse }),
        span(" ", { inverse }),
        cell(count(segment.size), sizes, { inverse }, "end"),
        cell(share > 0 ? percent(segment.share) : "", share, { inverse }, "end"),
        span(" "),
        span(bar(segment.size / largest, bars), { segment: segment.id }),
      ],
      width,
    );
  });
}
