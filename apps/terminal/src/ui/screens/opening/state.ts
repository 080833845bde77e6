import type { State } from "../../state/state.ts";
import type { Listing, Place, RecentFile } from "../../work/files/protocol.ts";
import { type Item, itemsOf, SAMPLE_KEY } from "./items.ts";

/** What the screen itself remembers. */
export interface OpeningState {
  /** Where to look next, and the item that the cursor is to stand on then; null where nothing is to be asked. */
  readonly ask: Question | null;
  /** The question whose answer is waited for. */
  readonly asked: (Question & { readonly id: number }) | null;
  /** What was found last; it stays until something else is. */
  readonly listing: Listing | null;
  /** Why there is no listing, in a sentence. */
  readonly refusal: string | null;
  readonly recent: readonly RecentFile[];
  /** What times are told by: when the listing was made. */
  readonly nowMs: number;
  readonly sort: "newest" | "name";
  /** Only items with this in their names are shown. */
  readonly filter: string;
  /** All of these, arranged: made anew by `arranged` whenever one of them changes. */
  readonly items: readonly Item[];
  /** The key of the item that the cursor stands on. */
  readonly cursor: string;
  /** The table that was left for the one that is being read: it comes back where that cannot be read. */
  readonly left: Left | null;
}

/** A table and what was found in it. */
export type Left = Pick<
  State,
  "source" | "opened" | "settings" | "result" | "curve" | "points" | "past" | "runs" | "segment"
>;

export interface Question {
  readonly place: Place;
  /** Null for the first of what is found. */
  readonly focus: string | null;
}

/** What is arranged. */
type Unarranged = Pick<OpeningState, "listing" | "recent" | "sort" | "filter">;

const NOTHING_FOUND: Unarranged = { listing: null, recent: [], sort: "newest", filter: "" };

export const INITIAL_OPENING: OpeningState = {
  ...{ ask: { place: { at: "start" }, focus: SAMPLE_KEY }, asked: null, refusal: null, nowMs: 0, left: null },
  ...{ ...NOTHING_FOUND, items: itemsOf(NOTHING_FOUND), cursor: SAMPLE_KEY },
};

/** The state with its items as they are now; a cursor on what is not among them any more goes to the first. */
export function arranged(opening: OpeningState): OpeningState {
  const items = itemsOf(opening);
  const stays = items.some(({ key }) => key === opening.cursor);
  return { ...opening, items, cursor: stays ? opening.cursor : (items[0]?.key ?? SAMPLE_KEY) };
}
