import { freshLetters, letterOf } from "../letters.ts";
import type { Match } from "./overlap.ts";

/** A segment whose Jaccard similarity to one found before is at least this is that segment still. */
export const SAME = 0.5;

/** What a segment is called. */
export interface Called {
  readonly letter: string;
  readonly name: string;
}

/**
 * What segments are called, if those found before are known: one that matches an earlier segment keeps its letter and
 * name; a new one gets a letter that none had before, and its own name, with its letter where an inherited name is the same.
 * @param names of the segments as they are now, in showing order
 * @param previous what the earlier segments are called; null: there are none, and the letters follow the order
 * @param matches of each segment among the earlier ones, similar by `SAME` at least
 */
export function called(
  names: readonly string[],
  previous: readonly Called[] | null,
  matches: readonly (Match | null)[],
): readonly Called[] {
  if (previous === null) return names.map((name, id) => ({ letter: letterOf(id), name }));
  const inherited = names.map((_, id) => {
    const match = matches[id];
    return match ? previous[match.other]! : null;
  });
  const letters = freshLetters(new Set(previous.map(({ letter }) => letter)));
  const taken = new Set(inherited.flatMap((known) => known?.name ?? []));
  return inherited.map((known, id) => {
    if (known !== null) return { letter: known.letter, name: known.name };
    const letter = letters.next().value;
    let name = names[id]!;
    while (taken.has(name)) name = `${name} (${letter})`;
    taken.add(name);
    return { letter, name };
  });
}
