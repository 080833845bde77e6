import type { Said } from "../matching/inherit.ts";
import { nameFor, noteFor, placeOf } from "./check-edit.ts";
import type { Naming } from "./edit.ts";

/**
 * What segments are called after a rename or a note.
 * @param index of the edit in its list, for what is said of it
 * @throws SegmentsError `INVALID_EDIT`
 */
export function renamed(said: readonly Said[], edit: Naming, index: number): readonly Said[] {
  const letters = said.map(({ letter }) => letter);
  const place = placeOf(edit.segment, letters, edit, index);
  const own = said[place]!;
  if (edit.type === "note") {
    return said.with(place, { ...own, note: noteFor(edit, index), byHand: { ...own.byHand, note: true } });
  }
  const others = said.toSpliced(place, 1).map(({ name }) => name);
  return said.with(place, { ...own, name: nameFor(edit, others, index), byHand: { ...own.byHand, name: true } });
}
