import { count, percent, short } from "../../../text/number.ts";
import { block, cell, type Line, line, rule, span } from "../../text/line.ts";
import { tabSeparated } from "../../text/tab-separated.ts";
import { windowStart } from "../../text/window.ts";
import type { Film } from "../../work/film/protocol.ts";
import { fallOf } from "./words.ts";

const WIDTHS = { iteration: 3, changed: 9, inertia: 9, fall: 8 } as const;

/** What each iteration did, as a table; the one that is shown is marked, 0 for none. */
export function recordTable(steps: Film["steps"], iteration: number, width: number, height: number): Line[] {
  const start = windowStart(Math.max(0, iteration - 1), steps.length, height - 2);
  const rows = steps.slice(start, start + Math.max(0, height - 2)).map(({ inertia, moved }, index): Line => {
    const own = start + index + 1;
    const style = { inverse: own === iteration };
    return [
      span(own === iteration ? "▸" : " ", style),
      cell(String(own), WIDTHS.iteration, style, "end"),
      cell(count(moved), WIDTHS.changed, style, "end"),
      cell(short(inertia), WIDTHS.inertia, style, "end"),
      cell(fallText(steps, own), WIDTHS.fall, style, "end"),
    ];
  });
  const titles: Line = [
    span(" "),
    cell("#", WIDTHS.iteration, undefined, "end"),
    cell("changed", WIDTHS.changed, undefined, "end"),
    cell("inertia", WIDTHS.inertia, undefined, "end"),
    cell("fall", WIDTHS.fall, undefined, "end"),
  ];
  return block([rule(line("Iteration by iteration"), width), titles, ...rows], width, height);
}

function fallText(steps: Film["steps"], iteration: number): string {
  const fall = fallOf(steps, iteration);
  return fall === null ? "–" : percent(fall);
}

/** The same for a spreadsheet: tabs between columns, numbers with all their digits. */
export function recordText(steps: Film["steps"]): string {
  const rows = steps.map(({ inertia, shift, moved }, index) => [index + 1, moved, inertia, shift]);
  return tabSeparated([["iteration", "changed", "inertia", "shift"], ...rows]);
}
