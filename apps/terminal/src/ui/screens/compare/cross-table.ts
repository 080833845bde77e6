import { count } from "../../../text/number.ts";
import { cellsOf, widestOf } from "../../../text/visible.ts";
import { cell, type Line, line, type Span, span } from "../../text/line.ts";
import { windowStart } from "../../text/window.ts";
import type { Comparison } from "../../work/compare/protocol.ts";
import { rowSentence } from "./cross-text.ts";
import type { Pair } from "./pair.ts";

/** How the cross table is looked at. */
export interface Looking {
  /** The row that the cursor stands on, null where it is elsewhere. */
  readonly row: number | null;
  /** The first column that is seen. */
  readonly left: number;
}

const NARROWEST = 6;
const LEAST_LABEL = 12;
const MORE_CELLS = 6;

/** How many lines it takes where there is room: one for the letters, one for each segment of the other run. */
export function crossHeight({ counts }: Comparison): number {
  return 1 + counts.length;
}

/**
 * Segments of the other run by segments of the result shown, as much of it as fits: the largest number of each row is
 * marked, and what is out of sight on the right is counted.
 */
export function crossLines(
  comparison: Comparison,
  pair: Pair,
  { row: cursor, left }: Looking,
  width: number,
  height: number,
): Line[] {
  const { counts } = comparison;
  const rows = Math.max(0, height - 1);
  const start = windowStart(cursor ?? 0, counts.length, rows);
  const seen = counts.slice(start, start + rows);
  const names = pair.before.segmentation.segments.map(({ letter, name }) => `${letter} ${name}`);
  const longest = Math.max(1, widestOf(names.slice(start, start + rows)));
  const segments = pair.after.segmentation.segments;
  const digits = seen.reduce((most, row) => Math.max(most, ...row.map((each) => count(each).length)), 1);
  const cells = Math.max(NARROWEST, digits + 3, ...segments.map(({ letter }) => letter.length + 3));
  // Names give way to numbers, but for their beginnings.
  const label = Math.min(
    longest,
    Math.max(Math.min(LEAST_LABEL, Math.floor(width / 5)), width - 2 - cells * segments.length),
  );
  const room = Math.max(0, width - label - 2);
  const all = Math.floor(room / cells);
  const fits = all >= segments.length ? segments.length : Math.max(1, Math.floor((room - MORE_CELLS) / cells));
  const first = Math.min(left, Math.max(0, segments.length - fits));
  const shown = segments.slice(first, first + fits);
  const after = segments.length - first - shown.length;
  const more = after > 0 ? ` +${after} →` : "";
  const before = first > 0 ? `← ${first} more` : "";
  const letters: Line = [
    cell(`  ${before}`, label + 2),
    ...shown.map(({ letter, id }) => cell(`${letter} `, cells, { segment: id, bold: true }, "end")),
    span(more),
  ];
  const lines = seen.map((row, i): Line => {
    const from = start + i;
    const { letter, name } = pair.before.segmentation.segments[from]!;
    const largest = row.indexOf(Math.max(...row));
    return [
      span(from === cursor ? "▸ " : "  "),
      ...labelSpans(letter, name, from, label),
      ...shown.map(({ id }) => numberCell(row[id]!, id === largest, cells)),
    ];
  });
  return [letters, ...lines];
}

/** The cross table in sentences, for who hears it. */
export function crossSentences({ counts }: Comparison, pair: Pair, cursor: number | null, height: number): Line[] {
  const start = windowStart(cursor ?? 0, counts.length, height);
  return counts.slice(start, start + height).map((row, i) => line(` ${rowSentence(row, start + i, pair)}`));
}

function labelSpans(letter: string, name: string, segment: number, width: number): Span[] {
  const head = cell(letter, Math.min(width, cellsOf(letter)), { segment, bold: true });
  return [head, cell(` ${name}`, width - head.cells)];
}

function numberCell(customers: number, isLargest: boolean, cells: number): Span {
  if (customers === 0) return cell("· ", cells, { faint: true }, "end");
  return cell(`${count(customers)}${isLargest ? "*" : " "}`, cells, { bold: isLargest }, "end");
}
