import { quotedName } from "../../../text/visible.ts";
import type { Item } from "./items.ts";
import type { OpeningState } from "./state.ts";
import { folderWords, nothingWords } from "./words.ts";

/** A line of the screen: a heading, something to choose, or a sentence. */
export type Row =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "item"; readonly item: Item }
  | { readonly kind: "words"; readonly text: string };

/** The lines from top to bottom, however many there is room for. */
export function rowsOf(opening: OpeningState): readonly Row[] {
  const { items, filter } = opening;
  if (filter !== "" && items.length === 0) return [{ kind: "words", text: nothingWords(filter) }];
  const of = (section: Item["section"]): Row[] =>
    items.flatMap((item) => (item.section === section ? [{ kind: "item", item }] : []));
  return [
    ...headed(filter === "" ? "Built in" : `Built in  only names with ${quotedName(filter)}`, of("sample")),
    ...headed("Opened lately", of("recent")),
    ...folderRows(opening, of("folder")),
  ];
}

function headed(text: string, rows: readonly Row[]): readonly Row[] {
  return rows.length === 0 ? [] : [{ kind: "heading", text }, ...rows];
}

function folderRows({ listing, refusal, sort, filter }: OpeningState, rows: readonly Row[]): readonly Row[] {
  if (listing === null) return [{ kind: "words", text: refusal ?? "Looking for tables ..." }];
  const only = filter === "" ? "" : `, only names with ${quotedName(filter)}`;
  const heading: Row = { kind: "heading", text: `${folderWords(listing, sort)}${only}` };
  const none = listing.tables.length === 0 ? [{ kind: "words", text: nothingWords("") } as const] : [];
  return [heading, ...rows, ...(filter === "" ? none : [])];
}
