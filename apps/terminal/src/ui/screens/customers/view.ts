import { count } from "../../../text/number.ts";
import { windowStart } from "../../frame/window.ts";
import type { State } from "../../state/state.ts";
import { block, cell, type Line, rule, span } from "../../text/line.ts";
import type { Room } from "../screen.ts";
import { cellText, naturalWidth } from "./cells.ts";
import { COLUMN_GAP, placeColumns } from "./columns.ts";

/** The customers of the selected segment, a line each, with every column of the file. */
export function customersView(state: State, { width, height }: Room): Line[] {
  const { opened, result } = state;
  const segment = result?.segmentation.segments[state.segment];
  if (opened === null || result === null || segment === undefined) return block([], width, height);
  const { columns } = opened.table;
  const numbers = Math.max(3, count(opened.table.rows).length);
  const natural = columns.map((column, index) => naturalWidth(column, opened.facts[index]!));
  const { placed, before, after } = placeColumns(natural, state.customers.scrolled, width - numbers - 1);
  const hidden = [before > 0 ? `← ${before} more` : "", after > 0 ? `${after} more →` : ""].filter(
    (text) => text !== "",
  );
  const title: Line = [
    span(`${count(state.customers.cursor + 1)} of ${count(segment.size)}  `),
    span(segment.letter, { segment: segment.id, bold: true }),
    span(" "),
    span(segment.name, { bold: true }),
    span(hidden.length > 0 ? `  columns: ${hidden.join(", ")}` : ""),
  ];
  const align = (index: number): "start" | "end" => (columns[index]!.type === "numeric" ? "end" : "start");
  const titles: Line = [
    cell("row", numbers + 1, undefined, "end"),
    ...placed.flatMap((column) => [
      span(COLUMN_GAP),
      cell(columns[column.index]!.name, column.width, { bold: true }, align(column.index)),
    ]),
  ];
  const visibleRows = Math.max(0, height - 2);
  const start = windowStart(state.customers.cursor, segment.size, visibleRows);
  const first = result.members.starts[segment.id]!;
  const rows = Array.from({ length: Math.min(visibleRows, segment.size - start) }, (_, offset): Line => {
    const row = result.members.rows[first + start + offset]!;
    const inverse = start + offset === state.customers.cursor;
    return [
      span(inverse ? "▸" : " ", { inverse }),
      cell(count(row + 1), numbers, { inverse }, "end"),
      ...placed.flatMap((column) => [
        span(COLUMN_GAP, { inverse }),
        cell(cellText(columns[column.index]!, row), column.width, { inverse }, align(column.index)),
      ]),
    ];
  });
  return block([rule(title, width), titles, ...rows], width, height);
}
