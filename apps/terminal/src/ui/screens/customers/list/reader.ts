import type { Table } from "@kentro/segments";
import { count } from "../../../../text/number.ts";
import { wrapped } from "../../../../text/wrapped.ts";
import { cellText } from "../../../columns/cell-text.ts";
import type { State } from "../../../state/state.ts";
import { block, type Line, line } from "../../../text/line.ts";
import type { Room } from "../../screen.ts";
import { besideOf, borderOf } from "../shown/known.ts";
import { cursorOf, type Shown } from "../shown/shown.ts";
import type { Found } from "./list.ts";
import { filterWords, howMany } from "./title.ts";

/** So many customers at once: those of a page stay where they are while one moves among them. */
const PAGE = 10;

/**
 * The customers for a screen reader: a line each, and of the selected one all that the file says. The distance is told of
 * one customer alone: it comes later than the list, and would have all of it read again.
 */
export function readList(
  state: State,
  table: Table,
  found: Found,
  shown: Shown,
  { width, height }: Pick<Room, "width" | "height">,
): Line[] {
  const cursor = cursorOf(state, shown);
  const start = cursor - (cursor % PAGE);
  const rows = Array.from({ length: Math.min(PAGE, shown.count - start) }, (_, offset): Line[] => {
    const isSelected = start + offset === cursor;
    const text = sentence(state, table, found, shown.rowAt(start + offset));
    const [first = "", ...others] = wrapped(text, Math.max(1, width - 1));
    const selected = [line(`▸${first}`), ...others.map((each) => line(` ${each}`))];
    return isSelected ? selected : [line(` ${first}`)];
  });
  return block([line([howMany(state, shown), ...filterWords(state)].join(", ")), ...rows.flat()], width, height);
}

function sentence(state: State, { columns }: Table, { segments, labels }: Found, row: number): string {
  const segment = segments[labels[row]!];
  const other = segments[borderOf(state, row) ?? -1];
  const named = segment === undefined ? "in no segment" : `${segment.letter} ${segment.name}`;
  const where = segments.length === 0 ? [] : [named];
  const cells = columns
    .slice(state.customers.scrolled)
    .map(
      (column, index) => `${column.name} ${cellText(column, row, besideOf(state, index + state.customers.scrolled))}`,
    );
  const border = other === undefined ? [] : [`nearly ${other.letter}`];
  return [`row ${count(row + 1)}`, ...where, ...border, ...cells].join(", ");
}
