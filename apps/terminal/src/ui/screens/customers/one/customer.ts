import { BORDER_MARGIN, type Segment } from "@kentro/segments";
import { count, short } from "../../../../text/number.ts";
import { wrapped } from "../../../../text/wrapped.ts";
import type { Opened, State } from "../../../state/state.ts";
import { block, type Line, line, rule, span } from "../../../text/line.ts";
import type { Result } from "../../../work/protocol.ts";
import type { Room } from "../../screen.ts";
import { besideOf, placesOf } from "../shown/known.ts";
import { cursorOf, type Shown } from "../shown/shown.ts";
import { compared } from "./compared.ts";
import { nearness } from "./nearness.ts";
import { readComparison } from "./reader.ts";
import { comparison } from "./table.ts";

/** So many lines of words where there is room for more than a few of the table, and where there is not. */
const MOST_WORDS = 3;
const FEW_WORDS = 2;
const ROOMY = 12;
const FOR_NAMES = 60;

/** One customer against its segment and everybody: where it stands in words, then every column of the file. */
export function oneCustomer(
  state: State,
  opened: Opened,
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
  const isRoomy = height > ROOMY && width >= FOR_NAMES;
  const words = wrapped(wordsOf(state, segmentation, row, isRoomy), width - 2);
  const places = placesOf(state);
  const all = compared(opened.table, segmentation.features, segment, places, row, (column) => besideOf(state, column));
  const { top } = state.customers.one ?? { top: 0 };
  if (state.look.reader) {
    const texts = [...words, ...readComparison(all, segment).slice(Math.min(top, all.length - 1))];
    return block([title, ...texts.map((text) => line(text))], width, height);
  }
  const said = words.slice(0, isRoomy ? MOST_WORDS : Math.max(0, Math.min(FEW_WORDS, height - 4)));
  const [titles = [], ...lines] = comparison(all, segment, width);
  const table = scrolled(lines, top, height - 2 - said.length);
  return block([rule(title, width), ...said.map((text) => line(` ${text}`)), titles, ...table], width, height);
}

/** So many lines from `top` on; where more are below, the last says how many. */
function scrolled(lines: readonly Line[], top: number, height: number): readonly Line[] {
  const start = Math.max(0, Math.min(top, lines.length - height));
  const below = lines.length - start - height;
  const shown = lines.slice(start, start + Math.max(0, height));
  return below > 0 && height > 1 ? [...shown.slice(0, -1), line(` … ${count(below + 1)} more: PgDn`)] : shown;
}

/** Where a customer stands; where there is little room without names, and without the distance. */
function wordsOf(state: State, { segments, labels }: Result["segmentation"], row: number, isRoomy: boolean): string {
  const segment = segments[labels[row]!];
  if (segment === undefined) return "In no segment: a cell that segments are found by holds nothing that can be used.";
  const places = placesOf(state);
  if (places === null) return "Looking where it stands ...";
  const named = ({ letter, name }: Segment): string => (isRoomy ? `${letter} (${name})` : letter);
  const second = segments[places.second[row]!];
  const near = nearness(
    segment.letter,
    second === undefined ? null : named(second),
    places.margin[row]!,
    BORDER_MARGIN,
  );
  if (!isRoomy) return near;
  return `${near} Its distance to the centroid of ${segment.letter} is ${short(places.distance[row]!)}.`;
}
