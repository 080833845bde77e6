import { cellsOf, visible } from "../../../text/visible.ts";
import { cell, type Line, line, span } from "../../text/line.ts";
import type { Item } from "./items.ts";

const BOX = 4;
const GAP = "  ";
/** A path in fewer cells says nothing. */
const LEAST_PATH = 12;
/** In fewer cells the size of what is there gives way to the path. */
const WIDE = 60;
/** Words in fewer cells say nothing either. */
const LEAST_WORDS = 28;

/** What can be written: ticked or not, what, where to, how it stands there and, where there is room, what it is. For a screen reader in words. */
export function itemList(items: readonly Item[], cursor: number, width: number, reader: boolean): Line[] {
  const cells = (texts: readonly string[]): number => Math.max(...texts.map((text) => cellsOf(visible(text))));
  const titles = cells(items.map(({ title }) => title)) + 1;
  const statuses = items.map((item) => (width < WIDE ? item.status.replace(/,.*/, "") : item.status));
  const status = cells(statuses);
  const room = width - 1 - BOX - titles - GAP.length - status - 1;
  const paths = Math.max(LEAST_PATH, Math.min(room, cells(items.map(({ path }) => path))));
  const words = room - paths;
  return items.map((item, index) => {
    const inverse = index === cursor;
    const mark = inverse ? "▸" : " ";
    if (reader) return line(`${mark} ${spoken(item)}`);
    return [
      span(mark, { inverse }),
      cell(item.ticked ? "[✓]" : "[ ]", BOX, { inverse, bold: true }),
      cell(item.title, titles, { inverse, bold: item.ticked }),
      cell(tailOf(item.path, paths), paths, { inverse }),
      span(GAP, { inverse }),
      cell(statuses[index]!, status, { inverse, alarm: isFaulty(item), bold: isFaulty(item) }),
      cell(words < LEAST_WORDS ? "" : `${GAP}${item.words}`, words + 1, { inverse }),
    ];
  });
}

function spoken({ title, ticked, path, status }: Item): string {
  return `${title}, ${ticked ? "ticked" : "not ticked"}: ${path}${status === "" ? "" : `, ${status}`}`;
}

function isFaulty({ place }: Item): boolean {
  return place !== null && place.fault !== null;
}

/** The end of a path, which tells files apart, where all of it is too wide. */
function tailOf(path: string, width: number): string {
  const characters = Array.from(visible(path));
  if (cellsOf(characters.join("")) <= width) return characters.join("");
  while (characters.length > 0 && cellsOf(characters.join("")) > width - 1) characters.shift();
  return `…${characters.join("")}`;
}
