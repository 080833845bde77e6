import { type Edit, isRegrouping, type Segment } from "@kentro/segments";
import { counted } from "../../../../text/number.ts";
import { quotedName } from "../../../../text/visible.ts";
import { heirs } from "../../../state/follow.ts";
import { leadsTo } from "../../../state/settings.ts";
import type { Result } from "../../../work/protocol.ts";

/**
 * What became of segments by hand, in a sentence: what the last edit did to those shown before; or, after another search,
 * which names and notes were kept and which were not. Null where nothing was said or done by hand.
 */
export function becameWords(before: Result, after: Result): string | null {
  if (!leadsTo(before.settings, after.settings)) return keptWords(before, after);
  const [edit, ...more] = after.settings.edits.slice(before.settings.edits.length);
  return edit === undefined || more.length > 0 ? null : editWords(before, after, edit);
}

function editWords(before: Result, after: Result, edit: Edit): string | null {
  const segment = "segment" in edit ? edit.segment : edit.segments[0];
  const place = before.segmentation.segments.findIndex(({ letter }) => letter === segment);
  const found = heirs(before, after, place).flatMap((heir) => after.segmentation.segments[heir.segment] ?? []);
  const [first, second] = found;
  if (first === undefined) return null;
  switch (edit.type) {
    case "rename":
      return `${first.letter} is called ${quotedName(first.name)} now.`;
    case "note":
      return first.note === null ? `The note on ${first.letter} is gone.` : `Noted on ${first.letter}.`;
    case "merge":
      return `${edit.segments.join(" and ")} are one segment now: ${described(first)}.`;
    case "split":
      return second === undefined ? null : `${edit.segment} is split: ${described(first)}, and ${described(second)}.`;
    default:
      return edit satisfies never;
  }
}

function described({ letter, name, size }: Segment): string {
  return `${letter} ${quotedName(name)} with ${counted(size, "customer")}`;
}

function keptWords(before: Result, after: Result): string | null {
  const { segments } = after.segmentation;
  const kept = after.settings.edits.flatMap((edit) => {
    if (edit.type === "rename") return [`the name of ${edit.segment}`];
    return edit.type === "note" ? [`the note on ${edit.segment}`] : [];
  });
  const lost = [...givenNames(before)].filter((name) => !segments.some((each) => each.name === name));
  const regrouped = before.settings.edits.some(isRegrouping) && !after.settings.edits.some(isRegrouping);
  const sentences = [
    ...(kept.length === 0 ? [] : [`Kept: ${kept.join(", ")}.`]),
    ...(lost.length === 0 ? [] : [`No segment is ${lost.map(quotedName).join(" or ")} any more; u goes back.`]),
    ...(regrouped ? ["Merges and splits were of the run before; u goes back."] : []),
  ];
  return sentences.length === 0 ? null : sentences.join(" ");
}

/** The names that segments were given by hand and have still. */
function givenNames({ settings, segmentation }: Result): ReadonlySet<string> {
  const given = settings.edits.flatMap((edit) => (edit.type === "rename" ? [edit.name] : []));
  return new Set(given.filter((name) => segmentation.segments.some((segment) => segment.name === name)));
}
