import { SegmentsError } from "../error.ts";
import { isLegible } from "../model/legible.ts";
import { LONGEST_GIVEN_NAME, LONGEST_NOTE, MOST_EDITS } from "../model/limits.ts";
import { quoted } from "../quoted.ts";
import { type Edit, editName } from "./edit.ts";

/** Letters told of where one is wrong. */
const MOST_LETTERS = 26;

/**
 * Throws `INVALID_EDIT` for what no segments would do for, `TOO_MANY` for more than 1,000 edits. Letters
 * are left to `placeOf`, names and notes to `nameFor` and `noteFor`.
 */
export function checkEdits(edits: unknown): void {
  if (!Array.isArray(edits)) {
    throw new SegmentsError("INVALID_EDIT", `Expected edits to be a list, got ${quoted(String(edits))}.`);
  }
  if (edits.length > MOST_EDITS) {
    throw new SegmentsError("TOO_MANY", `Expected at most ${MOST_EDITS} edits, got ${edits.length}.`);
  }
  const wrong = edits.findIndex((edit) => !isEdit(edit));
  if (wrong < 0) return;
  const message = `Edit ${wrong + 1} is none: expected a merge, a split, a rename or a note of segments by their letters.`;
  throw new SegmentsError("INVALID_EDIT", message);
}

function isEdit(edit: unknown): edit is Edit {
  if (typeof edit !== "object" || edit === null) return false;
  const { type, segment, segments, name, note }: Record<string, unknown> = { ...edit };
  if (type === "merge") {
    return Array.isArray(segments) && segments.length === 2 && segments.every((letter) => typeof letter === "string");
  }
  if (typeof segment !== "string") return false;
  return (
    type === "split" || (type === "rename" && typeof name === "string") || (type === "note" && typeof note === "string")
  );
}

/** An error about one edit of a list; `index` counts from 0. */
export function invalidEdit(edit: Edit, index: number, why: string): SegmentsError {
  return new SegmentsError("INVALID_EDIT", `Edit ${index + 1} (${shown(editName(edit))}): ${why}`);
}

/** Which of the segments has the letter. Throws `INVALID_EDIT` where none has. */
export function placeOf(letter: string, letters: readonly string[], edit: Edit, index: number): number {
  const place = letters.indexOf(letter);
  if (place >= 0) return place;
  const more = letters.length - MOST_LETTERS;
  const list = letters.slice(0, MOST_LETTERS).join(", ") + (more > 0 ? ` and ${more} more` : "");
  const there = letters.length === 1 ? `the only one is ${list}` : `there are ${list}`;
  throw invalidEdit(edit, index, `there is no segment ${quoted(letter)}; ${there}.`);
}

/** The name as the segment has it. Throws `INVALID_EDIT` where it is no name, or that of another segment. */
export function nameFor(edit: Extract<Edit, { type: "rename" }>, others: readonly string[], index: number): string {
  const name = edit.name.trim();
  const { length } = [...name];
  if (length === 0) throw invalidEdit(edit, index, "a name needs a character that can be seen.");
  if (length > LONGEST_GIVEN_NAME) {
    throw invalidEdit(edit, index, `a name has at most ${LONGEST_GIVEN_NAME} characters, this one has ${length}.`);
  }
  if (!isLegible(name)) {
    throw invalidEdit(edit, index, `a name has no control or invisible characters: ${quoted(name)}.`);
  }
  if (others.includes(name)) throw invalidEdit(edit, index, `another segment is called ${quoted(name)}.`);
  return name;
}

/** The note as the segment has it, line breaks as spaces; null for an empty one. Throws `INVALID_EDIT` where it is no note. */
export function noteFor(edit: Extract<Edit, { type: "note" }>, index: number): string | null {
  const note = edit.note.replace(/\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g, " ").trim();
  const { length } = [...note];
  if (length === 0) return null;
  if (length > LONGEST_NOTE) {
    throw invalidEdit(edit, index, `a note has at most ${LONGEST_NOTE} characters, this one has ${length}.`);
  }
  if (!isLegible(note)) {
    throw invalidEdit(edit, index, `a note has no control or invisible characters: ${quoted(note)}.`);
  }
  return note;
}

function shown(text: string): string {
  return quoted(text).slice(1, -1);
}
