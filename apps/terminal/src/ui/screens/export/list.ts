import { cellsOf, visible, widestOf } from "../../../text/visible.ts";
import { cell, type Line, line, span } from "../../text/line.ts";
import { windowStart } from "../../text/window.ts";
import type { Item } from "./items.ts";

const MARK = 1;
const BOX = 4;
const GAP = "  ";
/** A path in fewer cells says less than a status. */
const LEAST_PATH = 12;
/** In fewer cells the size of what is there gives way to the path. */
const WIDE = 60;
/** Words in fewer cells say nothing. */
const LEAST_WORDS = 29;

/** How wide each column is; 0 where there is no room for it. */
interface Columns {
  readonly title: number;
  readonly path: number;
  readonly status: number;
  readonly words: number;
}

/**
 * What can be written: ticked or not, what, where to, how it stands there and, where there is room, what it is. In fewer
 * lines than there are things those around the cursor. For a screen reader in words.
 */
export function itemList(
  items: readonly Item[],
  cursor: number,
  { width, height, reader }: { readonly width: number; readonly height: number; readonly reader: boolean },
): Line[] {
  const columns = columnsOf(items, width);
  const lines = items.map((item, index) =>
    reader ? line(`${index === cursor ? "▸" : " "} ${spoken(item)}`) : itemLine(item, columns, width, index === cursor),
  );
  const start = Math.max(0, windowStart(cursor, items.length, height));
  return lines.slice(start, start + height);
}

function itemLine(item: Item, { title, path, status, words }: Columns, width: number, inverse: boolean): Line {
  const alarm = item.place !== null && item.place.fault !== null;
  return [
    span(inverse ? "▸" : " ", { inverse }),
    cell(item.ticked ? "[✓]" : "[ ]", BOX, { inverse, bold: true }),
    cell(item.title, title, { inverse, bold: item.ticked }),
    cell(tailOf(item.path, path), path, { inverse }),
    cell(status === 0 ? "" : `${GAP}${statusIn(item, width)}`, status, { inverse, alarm, bold: alarm }),
    cell(words === 0 ? "" : `${GAP}${item.words}`, words, { inverse }),
  ];
}

function columnsOf(items: readonly Item[], width: number): Columns {
  const title = widestOf(items.map((item) => item.title)) + 1;
  const wanted = widestOf(items.map(({ path }) => path));
  const status = GAP.length + widestOf(items.map((item) => statusIn(item, width)));
  const room = width - MARK - BOX - title - 1;
  if (room - status < LEAST_PATH) return { title, path: Math.max(0, Math.min(room, wanted)), status: 0, words: 0 };
  const path = Math.min(room - status, wanted);
  const words = room - status - path;
  return { title, path, status, words: words < LEAST_WORDS ? 0 : words };
}

function statusIn({ status }: Item, width: number): string {
  return width < WIDE ? status.replace(/,.*/, "") : status;
}

function spoken({ title, ticked, path, status }: Item): string {
  return `${title}, ${ticked ? "ticked" : "not ticked"}: ${path}${status === "" ? "" : `, ${status}`}`;
}

/** The end of a path, which tells files apart, where all of it is too wide. */
function tailOf(path: string, width: number): string {
  const shown = visible(path);
  if (cellsOf(shown) <= width) return shown;
  const characters = Array.from(shown);
  let [start, cells] = [characters.length, 1];
  while (start > 0 && cells + cellsOf(characters[start - 1]!) <= width) cells += cellsOf(characters[--start]!);
  return `…${characters.slice(start).join("")}`;
}
