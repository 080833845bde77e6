import type { Column } from "@kentro/segments";
import { count, short } from "../../../../text/number.ts";
import { wrapped } from "../../../../text/wrapped.ts";
import { cellText, EMPTY, naturalWidth } from "../../../columns/cell-text.ts";
import type { Opened, State } from "../../../state/state.ts";
import { block, cell, type Line, line, type Span, type Style, span } from "../../../text/line.ts";
import { windowStart } from "../../../text/window.ts";
import type { Result } from "../../../work/protocol.ts";
import type { Room } from "../../screen.ts";
import type { Place } from "../filter/condition.ts";
import { besideOf, borderOf, placesOf } from "../shown/known.ts";
import { cursorOf, type Shown } from "../shown/shown.ts";
import { COLUMN_GAP, type Placement, placeColumns } from "./columns.ts";
import { listTitle } from "./title.ts";
import { placeWidth, type Widths, widthsOf } from "./widths.ts";

/** The segments there are, and which of them each row is in. */
export type Found = Pick<Result["segmentation"], "segments" | "labels">;

/** A table of the customers shown: where each stands, then the columns of the file, the first of them always. */
export function customerList(
  state: State,
  { table, facts }: Pick<Opened, "table" | "facts">,
  found: Found,
  shown: Shown,
  { width, height }: Pick<Room, "width" | "height">,
): Line[] {
  const widths = widthsOf(found.segments, table.rows, width);
  const placement = placementOf(state, { table, facts }, widths, width, state.customers.scrolled);
  const listed = Math.max(0, height - 2);
  const cursor = cursorOf(state, shown);
  const start = windowStart(cursor, shown.count, listed);
  const rows = Array.from({ length: Math.min(listed, shown.count - start) }, (_, offset): Line => {
    const inverse = start + offset === cursor;
    const row = shown.rowAt(start + offset);
    return [
      span(inverse ? "▸" : " ", { inverse }),
      ...placeSpans(state, found, widths, row, inverse),
      ...placement.placed.flatMap(({ index, width: cells }) => {
        const column = table.columns[index]!;
        const text = cellText(column, row, besideOf(state, index));
        const style: Style = { inverse, bold: isFound(text, state) };
        return [span(COLUMN_GAP, { inverse }), cell(text, cells, style, alignOf(column))];
      }),
    ];
  });
  const nobody = shown.count === 0 ? nobodyLines(shown, width) : [];
  return block(
    [listTitle(state, shown, placement, width), titles(state, table.columns, placement, widths), ...rows, ...nobody],
    width,
    height,
  );
}

/** How many columns are to be scrolled out so that one of them is seen: as many as are, or no more than it takes. */
export function scrolledTo(state: State, opened: Opened, found: Found, width: number, index: number): number {
  const { scrolled } = state.customers;
  if (index === 0) return scrolled;
  if (index <= scrolled) return index - 1;
  const widths = widthsOf(found.segments, opened.table.rows, width);
  const isSeen = (candidate: number): boolean =>
    placementOf(state, opened, widths, width, candidate).placed.some((column) => column.index === index);
  let least = scrolled;
  while (least < index - 1 && !isSeen(least)) least++;
  return least;
}

function placementOf(
  state: State,
  { table, facts }: Pick<Opened, "table" | "facts">,
  widths: Widths,
  width: number,
  scrolled: number,
): Placement {
  const natural = table.columns.map((column, index) => {
    const arrow = isSortedBy(column, state) ? 1 : 0;
    return naturalWidth(column, facts[index]!, besideOf(state, index)) + arrow;
  });
  return placeColumns(natural, scrolled, width - 1 - placeWidth(widths, COLUMN_GAP.length));
}

function nobodyLines({ isCurrent, isAwaited }: Shown, width: number): Line[] {
  const found = isCurrent ? "No customer is like this" : "The customers could not be found";
  const text = isAwaited ? "Looking ..." : `${found}: Esc shows everybody again.`;
  return wrapped(text, width - 1).map((each) => line(` ${each}`));
}

/** Where a customer stands: row, segment, distance, and on a border the segment that is about as close. */
function placeSpans(state: State, { segments, labels }: Found, widths: Widths, row: number, inverse: boolean): Span[] {
  const segment = segments[labels[row]!];
  const places = placesOf(state);
  const other = segments[borderOf(state, row) ?? -1];
  const color: Style = segment === undefined ? { inverse } : { inverse, segment: segment.id };
  const distance = places === null ? "" : short(places.distance[row]!);
  const spans = [
    cell(count(row + 1), widths.row, { inverse }, "end"),
    cell(segment?.letter ?? EMPTY, widths.letter, { ...color, bold: true }),
    cell(segment?.name ?? "left out", widths.name, { inverse }),
    cell(other === undefined ? "" : `or ${other.letter}`, widths.second, { inverse }),
    cell(distance, widths.distance, { inverse }, "end"),
  ];
  return spaced(spans, { inverse });
}

function titles(state: State, columns: readonly Column[], { placed }: Placement, widths: Widths): Line {
  const { order } = state.customers.filter;
  const arrow = order === null ? "" : order.descending ? "↓" : "↑";
  const place = (name: Place): string => (order?.of === name ? arrow : "");
  const spans = [
    cell(`${place("row")}row`, widths.row, undefined, "end"),
    ...segmentTitles(place, widths),
    cell(`${place("distance")}distance`, widths.distance, undefined, "end"),
  ];
  return [
    span(" "),
    ...spaced(spans, {}),
    ...placed.flatMap(({ index, width }) => {
      const column = columns[index]!;
      const title = `${isSortedBy(column, state) ? arrow : ""}${column.name}`;
      return [span(COLUMN_GAP), cell(title, width, { bold: true }, alignOf(column))];
    }),
  ];
}

/** Over letter, name and next segment. Without names, one title stands over "A  or B", unless it is sorted by the second part. */
function segmentTitles(place: (name: Place) => string, { letter, name, second }: Widths): Span[] {
  const next = `${place("margin")}${place("second")}`;
  if (letter > 0 && name === 0 && second > 0 && next === "") {
    return [cell(`${place("segment")}segment`, letter + COLUMN_GAP.length + second)];
  }
  return [cell(place("segment"), letter), cell("segment", name), cell(`${next}next`, second)];
}

function isSortedBy({ name }: Column, { customers }: State): boolean {
  const of = customers.filter.order?.of;
  return typeof of === "object" && of.column === name;
}

/** Spans with a gap between them; those without any room are left out. */
function spaced(spans: readonly Span[], style: Style): Span[] {
  return spans
    .filter(({ cells }) => cells > 0)
    .flatMap((each, index) => (index === 0 ? [each] : [span(COLUMN_GAP, style), each]));
}

function isFound(text: string, { customers }: State): boolean {
  const { search } = customers.filter;
  return search !== "" && text.toLowerCase().includes(search.toLowerCase());
}

function alignOf({ type }: Column): "start" | "end" {
  return type === "numeric" ? "end" : "start";
}
