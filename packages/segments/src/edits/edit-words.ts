import { type Edit, isRegrouping } from "./edit.ts";

/** Merges and splits told of; of more, the rest is counted. */
const MOST = 4;

/** What merges and splits were done, in their order: "B and D merged, then A split"; null where none was. */
export function regroupingWords(edits: readonly Edit[]): string | null {
  const all = edits.filter(isRegrouping);
  if (all.length === 0) return null;
  const told = all.slice(0, MOST).map((edit) => {
    return edit.type === "merge" ? `${edit.segments.join(" and ")} merged` : `${edit.segment} split`;
  });
  if (all.length > MOST) told.push(`${all.length - MOST} more by hand`);
  return told.join(", then ");
}
