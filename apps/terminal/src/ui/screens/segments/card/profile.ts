import { centeredBar, type Symbols } from "@kentro/cells";
import { cellsOf, visible } from "../../../../text/visible.ts";
import { cell, type Line, span } from "../../../text/line.ts";
import type { ProfileRow } from "./rows.ts";

const VALUE = 8;
const DIFFERENCE = 7;
const LEAST_NAME = 4;
const LONGEST_HALF = 12;
/** From this width on there is room for what all customers have. */
const WITH_ALL = 48;

/** A profile with its titles: a line for each row, with a bar around what all customers have. */
export function profileLines(rows: readonly ProfileRow[], id: number, width: number, symbols: Symbols): Line[] {
  const withAll = width >= WITH_ALL;
  const fixed = 1 + VALUE + (withAll ? VALUE : 0) + 1 + DIFFERENCE;
  const longest = Math.max(LEAST_NAME, ...rows.map(({ name }) => cellsOf(visible(name))));
  const half = halfOf(width - fixed - Math.min(longest, Math.floor(width * 0.5)));
  const names = Math.max(LEAST_NAME, Math.min(longest, width - fixed - 2 * half - 1));
  const looks = symbols === "ascii" ? "ascii" : "blocks";
  const titles: Line = [
    cell("", names + 1),
    cell("mean", VALUE, undefined, "end"),
    ...(withAll ? [cell("of all", VALUE, undefined, "end")] : []),
    span(" "),
    cell(half < 4 ? "−" : "less", half, undefined, "end"),
    span("│"),
    cell(half < 4 ? "+" : "more", half),
    cell("sd", DIFFERENCE, undefined, "end"),
  ];
  return [
    titles,
    ...rows.map(
      (row): Line => [
        span(" "),
        cell(row.name, names),
        cell(row.own, VALUE, { bold: true }, "end"),
        ...(withAll ? [cell(row.all, VALUE, undefined, "end")] : []),
        span(" "),
        span(centeredBar(row.away, 1, 2 * half + 1, looks), { segment: id }),
        cell(row.difference, DIFFERENCE, undefined, "end"),
      ],
    ),
  ];
}

/** Cells of a bar to one side of its center. */
function halfOf(room: number): number {
  return Math.max(2, Math.min(LONGEST_HALF, Math.floor((room - 1) / 2)));
}
