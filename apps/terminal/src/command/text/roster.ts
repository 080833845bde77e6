import type { ModelSegment } from "@kentro/segments";
import { count, percent } from "../../text/number.ts";
import { wrapped } from "../../text/wrapped.ts";
import { GAP, type GridColumn, grid, widest } from "./grid.ts";
import { bar, type Page, shown, strong } from "./page.ts";

const BAR_CELLS = 16;
const NARROWEST_NAME = 8;
/** Below it there are no bars, and headings are short. */
const ROOMY = 64;

/**
 * The segments, one a line: letter, size, share, a bar where somebody looks, and the name. `before` is the share that
 * each had in the saved model.
 */
export function roster(
  segments: readonly Omit<ModelSegment, "note">[],
  page: Page,
  before?: readonly number[],
): string[] {
  const largest = segments.reduce((most, { share }) => Math.max(most, share), 0);
  const columns: GridColumn[] = [
    { align: "left", cells: ["Segment", ...segments.map(({ letter }) => letter)] },
    { align: "right", cells: ["Size", ...segments.map(({ size }) => count(size))] },
    { align: "right", cells: ["Share", ...segments.map(({ share }) => percent(share))] },
  ];
  const roomy = page.width >= ROOMY;
  if (before !== undefined) {
    columns.push({ align: "right", cells: [roomy ? "In the model" : "Model", ...before.map(percent)] });
  }
  if (page.bars && roomy) {
    const bars = segments.map(({ share }) => bar(largest === 0 ? 0 : share / largest, BAR_CELLS, page));
    columns.push({ align: "left", cells: ["", ...bars] });
  }
  const used = columns.reduce((cells, column) => cells + widest(column.cells) + GAP.length, 0);
  const room = Math.max(page.width - used, NARROWEST_NAME);
  const names = ["Name", ...segments.map(({ name }) => shown(name))].map((name) => wrapped(name, room));
  const tall = columns.map(({ cells, align }) => ({ align, cells: besideFirstLines(cells, names) }));
  const [heading = "", ...lines] = grid([...tall, { align: "left", cells: names.flat() }]);
  return [strong(heading, page), ...lines];
}

function besideFirstLines(cells: readonly string[], names: readonly (readonly string[])[]): string[] {
  return cells.flatMap((cell, row) => [cell, ...Array<string>((names[row]?.length ?? 1) - 1).fill("")]);
}
