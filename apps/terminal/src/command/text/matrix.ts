import { wrapped } from "../../text/wrapped.ts";
import { GAP, grid, widest } from "./grid.ts";
import { type Page, strong } from "./page.ts";

/** A row of numbers, already formatted: one cell a heading. */
export interface MatrixRow {
  readonly label: string;
  readonly cells: readonly string[];
}

const WIDEST_LABEL = 0.4;

/**
 * A titled table with a column for each heading, cut into as many blocks as the width of the page asks for. Long labels
 * take several lines; nothing is cut off.
 */
export function matrix(title: string, headings: readonly string[], rows: readonly MatrixRow[], page: Page): string[] {
  const labelCells = Math.floor(page.width * WIDEST_LABEL);
  const labels = [title, ...rows.map(({ label }) => label)].map((label) => wrapped(label, labelCells, "  "));
  const columns = headings.map((heading, column) => [heading, ...rows.map(({ cells }) => cells[column] ?? "")]);
  const room = page.width - widest(labels.flat());
  return blocksOf(columns.map(widest), room).flatMap(([first, end], block) => {
    const lines = grid([
      { align: "left", cells: labels.flat() },
      ...columns.slice(first, end).map((cells) => ({ align: "right" as const, cells: belowLabels(cells, labels) })),
    ]);
    const headed = lines.map((line, index) => (index < (labels[0]?.length ?? 0) ? strong(line, page) : line));
    return block === 0 ? headed : ["", ...headed];
  });
}

// A cell stands beside the last line of its label.
function belowLabels(cells: readonly string[], labels: readonly (readonly string[])[]): string[] {
  return cells.flatMap((cell, row) => [...Array<string>((labels[row]?.length ?? 1) - 1).fill(""), cell]);
}

function blocksOf(widths: readonly number[], room: number): (readonly [first: number, end: number])[] {
  const blocks: [number, number][] = [];
  let used = Number.POSITIVE_INFINITY;
  widths.forEach((width, column) => {
    used += GAP.length + width;
    const last = blocks.at(-1);
    if (last !== undefined && used <= room) last[1] = column + 1;
    else {
      blocks.push([column, column + 1]);
      used = GAP.length + width;
    }
  });
  return blocks;
}
