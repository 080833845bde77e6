import { matchByOverlap } from "../matching/overlap.ts";
import type { LabelledSegment } from "./labelled.ts";

/** How segments of two tables are known to be the same: by their letters, or by the customers that they share. */
export type Matched = "letters" | "overlap";

/**
 * How to know the same segments: by letters where every letter that both tables have has the same name in both, as one
 * model gives them, or one that was fitted anew and inherited them; else by the customers.
 */
export function matchedBy(before: readonly LabelledSegment[], after: readonly LabelledSegment[]): Matched {
  const names = new Map(before.map(({ letter, name }) => [letter, name]));
  const common = after.filter(({ letter }) => names.has(letter));
  const same = common.every(({ letter, name }) => name !== null && names.get(letter) === name);
  return common.length > 0 && same ? "letters" : "overlap";
}

/**
 * For each segment before the same one after, null where there is none.
 * @param labels of the customers in both tables, -1 for no segment
 */
export function sameSegments(
  matched: Matched,
  before: readonly LabelledSegment[],
  after: readonly LabelledSegment[],
  labels: { readonly before: Int32Array; readonly after: Int32Array },
): readonly (number | null)[] {
  if (matched === "overlap") {
    const matches = matchByOverlap(labels.before, before.length, labels.after, after.length, 0);
    return matches.map((match) => match?.other ?? null);
  }
  return before.map(({ letter }) => {
    const same = after.findIndex((each) => each.letter === letter);
    return same < 0 ? null : same;
  });
}
