import type { Table } from "@kentro/segments";
import { count, short } from "../../../../text/number.ts";
import { windowStart } from "../../../frame/window.ts";
import type { State } from "../../../state/state.ts";
import { block, type Line, line } from "../../../text/line.ts";
import type { Result } from "../../../work/protocol.ts";
import type { Room } from "../../screen.ts";
import { cellText } from "../cells.ts";
import { besideOf, placesOf } from "../known.ts";
import { BORDER } from "../query-of.ts";
import { cursorOf, type Shown } from "../shown.ts";
import { filterWords, howMany } from "./title.ts";

/** The customers for a screen reader: a sentence each, without columns. */
export function readList(
  state: State,
  table: Table,
  result: Result,
  shown: Shown,
  { width, height }: Pick<Room, "width" | "height">,
): Line[] {
  const cursor = cursorOf(state, shown);
  const listed = Math.max(0, height - 1);
  const start = windowStart(cursor, shown.count, listed);
  const rows = Array.from({ length: Math.min(listed, shown.count - start) }, (_, offset): Line => {
    const isSelected = start + offset === cursor;
    const text = sentence(state, table, result, shown.rowAt(start + offset));
    return line(isSelected ? `Selected: ${text}` : text, { inverse: isSelected });
  });
  return block([line([howMany(state, shown), ...filterWords(state)].join(", ")), ...rows], width, height);
}

function sentence(state: State, { columns }: Table, { segmentation }: Result, row: number): string {
  const segment = segmentation.segments[segmentation.labels[row]!];
  const places = placesOf(state);
  const second = segmentation.segments[places?.second[row] ?? -1];
  const isOnBorder = second !== undefined && places !== null && places.margin[row]! < BORDER;
  const where = segment === undefined ? "in no segment" : `${segment.letter} ${segment.name}`;
  const cells = columns
    .slice(state.customers.scrolled)
    .map(
      (column, index) => `${column.name} ${cellText(column, row, besideOf(state, index + state.customers.scrolled))}`,
    );
  const distance = places === null || segment === undefined ? [] : [`distance ${short(places.distance[row]!)}`];
  const border = isOnBorder ? [`nearly ${second.letter}`] : [];
  return [`row ${count(row + 1)}`, where, ...distance, ...border, ...cells].join(", ");
}
