import { freshLetters, letterOf } from "../letters.ts";
import type { Match } from "./overlap.ts";

/** A segment whose Jaccard similarity to one found before is at least this is that segment still. */
export const SAME = 0.5;

/** What a segment is called, and what is noted of it. */
export interface Called {
  readonly letter: string;
  readonly name: string;
  readonly note: string | null;
}

/** What of a segment was said by hand: its name, its note or that it has none. */
export interface ByHand {
  readonly name: boolean;
  readonly note: boolean;
}

/** What a segment is called, and what of that was said by hand. */
export interface Said extends Called {
  readonly byHand: ByHand;
}

/** Segments that are known already, and which of them each segment is: null for one that is none of them. */
export interface Earlier<T> {
  readonly segments: readonly T[];
  readonly matches: readonly (Match | null)[];
}

/** Nothing of it was. */
export const NOTHING: ByHand = { name: false, note: false };

/**
 * What segments are called. One that is the same as an earlier one, similar by `SAME` at least, keeps what was said of that
 * by hand. One that matches a segment of a previous model keeps its letter, and its name and note but for what was said by
 * hand since. A new one gets a letter that none of the previous ones had, and its own name. A name that is there already is
 * followed by the letter: names by hand come first, then the previous ones.
 * @param names of the segments as they are now, in showing order
 * @param previous those of a previous model; null: there is none, and the letters follow the order
 * @param edited those before the last edit; null: nothing was edited
 */
export function called(
  names: readonly string[],
  previous: Earlier<Called> | null,
  edited: Earlier<Said> | null = null,
): readonly Said[] {
  const inherited = names.map((_, id) => matchOf(previous, id));
  const marked = names.map((_, id) => matchOf(edited, id));
  const fresh = freshLetters(new Set(previous?.segments.map(({ letter }) => letter)));
  const letters = names.map((_, id) =>
    previous === null ? letterOf(id) : (inherited[id]?.letter ?? fresh.next().value),
  );
  const byHand = marked.map((each) => each?.byHand ?? NOTHING);
  const own = new Array<string>(names.length);
  const taken = new Set<string>();
  const take = (id: number, name: string): void => {
    let free = name;
    while (taken.has(free)) free = `${free} (${letters[id]!})`;
    taken.add(free);
    own[id] = free;
  };
  for (const [id, { name }] of byHand.entries()) if (name) take(id, marked[id]!.name);
  for (const [id, each] of inherited.entries()) if (each && !byHand[id]!.name) take(id, each.name);
  for (const [id, name] of names.entries()) if (!inherited[id] && !byHand[id]!.name) take(id, name);
  return letters.map((letter, id) => {
    const note = (byHand[id]!.note ? marked[id]?.note : inherited[id]?.note) ?? null;
    return { letter, name: own[id]!, note, byHand: byHand[id]! };
  });
}

function matchOf<T>(earlier: Earlier<T> | null, id: number): T | null {
  const match = earlier?.matches[id];
  return earlier && match ? earlier.segments[match.other]! : null;
}
