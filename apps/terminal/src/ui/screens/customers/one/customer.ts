import { centeredBar } from "@kentro/cells";
import { count, short } from "../../../../text/number.ts";
import { cellsOf, visible } from "../../../../text/visible.ts";
import { wrapped } from "../../../../text/wrapped.ts";
import type { Opened, State } from "../../../state/state.ts";
import { block, cell, fit, type Line, line, rule, span } from "../../../text/line.ts";
import type { Result } from "../../../work/protocol.ts";
import type { Room } from "../../screen.ts";
import { besideOf, placesOf } from "../known.ts";
import { BORDER } from "../query-of.ts";
import { cursorOf, type Shown } from "../shown.ts";
import { type Compared, compared } from "./compared.ts";
import { nearness } from "./nearness.ts";

const VALUE = 9;
const MEAN = 11;
const DIFFERENCE = 7;
const LEAST_NAME = 6;
const LEAST_BAR = 5;
const WIDEST_BAR = 31;
const WIDEST_OWN = 28;
const FOR_ALL = 56;
const FOR_BAR = 64;
/** A bar is full at this many standard deviations. */
const FULL = 2;

/** One customer against its segment and everybody: where it stands in words, then every column of the file. */
export function oneCustomer(
  state: State,
  { table }: Opened,
  { segmentation }: Result,
  shown: Shown,
  { width, height }: Pick<Room, "width" | "height">,
): Line[] {
  const cursor = cursorOf(state, shown);
  const row = shown.rowAt(cursor);
  const segment = segmentation.segments[segmentation.labels[row]!] ?? null;
  const color = segment === null ? {} : { segment: segment.id };
  const title: Line = [
    span(`Customer ${count(row + 1)}  `, { bold: true }),
    span(segment === null ? "left out" : segment.letter, { ...color, bold: true }),
    span(segment === null ? "" : ` ${segment.name}`, { bold: true }),
    span(`  ${count(cursor + 1)} of ${count(shown.count)}`),
  ];
  const words = wrapped(wordsOf(state, segmentation, row), width - 2).slice(0, height > 12 ? 3 : 1);
  const places = placesOf(state);
  const all = compared(table, segmentation.features, segment, places, row, (column) => besideOf(state, column));
  const listed = Math.max(0, height - 2 - words.length);
  const top = Math.max(0, Math.min(state.customers.one?.top ?? 0, all.length - listed));
  const below = all.length - top - listed;
  const lines = tableOf(all, top, listed, segment?.letter ?? "", segment?.id ?? null, width, state.look.reader);
  const more = below > 0 ? [line(` … ${count(below + 1)} more: PgDn`)] : [];
  return block(
    [
      rule(title, width),
      ...words.map((text) => line(` ${text}`)),
      ...(below > 0 ? lines.slice(0, -1) : lines),
      ...more,
    ],
    width,
    height,
  );
}

function wordsOf(state: State, { segments, labels }: Result["segmentation"], row: number): string {
  const segment = segments[labels[row]!];
  if (segment === undefined) return "In no segment: a cell that segments are found by holds nothing that can be used.";
  const places = placesOf(state);
  if (places === null) return "Looking where it stands ...";
  const named = ({ letter, name }: { letter: string; name: string }): string => `${letter} (${name})`;
  const second = segments[places.second[row]!];
  const near = nearness(segment.letter, second === undefined ? null : named(second), places.margin[row]!, BORDER);
  return `${near} Its distance to the centroid of ${segment.letter} is ${short(places.distance[row]!)}.`;
}

/** The titles and the lines from `top` on. */
function tableOf(
  all: readonly Compared[],
  top: number,
  listed: number,
  letter: string,
  segment: number | null,
  width: number,
  reader: boolean,
): Line[] {
  const withAll = width >= FOR_ALL;
  const withBar = width >= FOR_BAR && !reader;
  const longest = (texts: readonly string[]): number => Math.max(1, ...texts.map((text) => cellsOf(visible(text))));
  const fixed = 1 + MEAN + (withAll ? VALUE : 0) + DIFFERENCE + (withBar ? LEAST_BAR + 2 : 0);
  const owns = Math.min(Math.max(VALUE, longest(all.map(({ own }) => own)) + 2), WIDEST_OWN);
  const own = Math.max(VALUE, Math.min(owns, width - fixed - LEAST_NAME));
  const names = Math.max(LEAST_NAME, Math.min(longest(all.map(({ name }) => name)), width - fixed - own));
  const half = Math.max(0, Math.min(WIDEST_BAR, width - fixed - own - names + LEAST_BAR) - 1) >> 1;
  const bars = 2 * half + 1;
  const style = segment === null ? {} : { segment };
  const titles: Line = [
    cell("", 1 + names),
    cell("customer", own, undefined, "end"),
    cell(letter === "" ? "" : `mean of ${letter}`, MEAN, undefined, "end"),
    ...(withAll ? [cell("of all", VALUE, undefined, "end")] : []),
    ...(withBar ? [span("  "), cell("less", half, undefined, "end"), span("│"), cell("more", half)] : []),
    cell("sd", DIFFERENCE, undefined, "end"),
  ];
  const lines = all
    .slice(top, top + listed)
    .map(
      (each): Line => [
        span(" "),
        cell(each.name, names),
        cell(each.own, own, { bold: true }, "end"),
        cell(each.segment, MEAN, undefined, "end"),
        ...(withAll ? [cell(each.all, VALUE, undefined, "end")] : []),
        ...(withBar
          ? [
              span("  "),
              span(each.away === null ? " ".repeat(bars) : centeredBar(each.away, FULL, bars, "blocks"), style),
            ]
          : []),
        cell(each.difference, DIFFERENCE, undefined, "end"),
      ],
    );
  return [titles, ...lines].map((each) => fit(each, width));
}
