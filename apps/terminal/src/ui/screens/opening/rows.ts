import { quotedName } from "../../../text/visible.ts";
import type { Item } from "./items.ts";
import type { OpeningState } from "./state.ts";
import { folderWords, nothingWords } from "./words.ts";

/** A line of the screen: a heading, something to choose, or a sentence. */
export type Row =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "item"; readonly item: Item }
  | { readonly kind: "words"; readonly text: string };

/** The lines from top to bottom, made one at a time: there may be many thousands, and few are seen. */
export interface Rows {
  readonly count: number;
  /** The line that the cursor stands on, -1 for none. */
  readonly cursor: number;
  at(index: number): Row | undefined;
}

/** Lines that belong together: what stands over items, and the items from `start` up to `end`. */
interface Part {
  readonly above: readonly Row[];
  readonly start: number;
  readonly end: number;
}

/** The lines of the screen, however many there is room for. */
export function rowsOf(opening: OpeningState): Rows {
  const { items } = opening;
  const parts = partsOf(opening);
  const at = (index: number): Row | undefined => {
    let left = index;
    for (const { above, start, end } of parts) {
      if (left < above.length) return above[left];
      left -= above.length;
      const item = items[start + left];
      if (left < end - start && item !== undefined) return { kind: "item", item };
      left -= end - start;
    }
    return undefined;
  };
  const chosen = items.findIndex(({ key }) => key === opening.cursor);
  const over = parts.reduce((lines, { above, start }) => lines + (start <= chosen ? above.length : 0), 0);
  const count = parts.reduce((lines, { above, start, end }) => lines + above.length + end - start, 0);
  return { count, at, cursor: chosen < 0 ? -1 : chosen + over };
}

function partsOf({ items, listing, refusal, sort, filter }: OpeningState): readonly Part[] {
  if (filter !== "" && items.length === 0) {
    return [{ above: [{ kind: "words", text: nothingWords(filter) }], start: 0, end: 0 }];
  }
  const recent = startOf(items, "recent");
  const folder = startOf(items, "folder");
  const only = filter === "" ? "" : `, only names with ${quotedName(filter)}`;
  const listed: Row[] =
    listing === null
      ? [{ kind: "words", text: refusal ?? "Looking for tables ..." }]
      : [{ kind: "heading", text: `${folderWords(listing, sort)}${only}` }];
  const isBare = listing !== null && listing.tables.length === 0 && filter === "";
  const nothing: Row[] = isBare ? [{ kind: "words", text: nothingWords("") }] : [];
  return [
    ...headed("Built in", 0, recent),
    ...headed("Opened lately", recent, folder),
    { above: listed, start: folder, end: items.length },
    { above: nothing, start: items.length, end: items.length },
  ];
}

/** Where the items of a section begin: they stand in the order of the sections. */
function startOf(items: readonly Item[], section: "recent" | "folder"): number {
  const start = items.findIndex((item) => item.section === section || item.section === "folder");
  return start < 0 ? items.length : start;
}

function headed(text: string, start: number, end: number): readonly Part[] {
  return start === end ? [] : [{ above: [{ kind: "heading", text }], start, end }];
}
