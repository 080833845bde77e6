import { type Edit, isRegrouping, type Segment } from "@kentro/segments";
import { counted } from "../../../../text/number.ts";
import { quotedName } from "../../../../text/visible.ts";
import { heirs } from "../../../state/follow.ts";
import type { Result } from "../../../work/protocol.ts";
import { leadsTo } from "../../../work/settings.ts";

/**
 * What became of segments by hand, in a sentence: what the last edit did to those shown before; or, after another search,
 * which names and notes were kept and which were not. Null where nothing was said or done by hand.
 */
export function becameWords(before: Result, after: Result): string | null {
  if (!leadsTo(before.settings, after.settings)) return keptWords(before, after);
  const [edit, ...more] = after.settings.edits.slice(before.settings.edits.length);
  return edit === undefined || more.length > 0 ? null : editWords(before, after, edit);
}

function editWords(before: Result, after: Result, edit: Edit): string {
  if (edit.type === "merge") return mergeWords(before, after, edit.segments);
  const [first, second] = becameOf(before, after, edit.segment);
  if (first === undefined) return "Done.";
  switch (edit.type) {
    case "rename":
      return `${first.letter} is called ${quotedName(first.name)} now.`;
    case "note":
      return first.note === null ? `The note on ${first.letter} is gone.` : `Noted on ${first.letter}.`;
    case "split":
      return second === undefined
        ? `${edit.segment} is ${described(first)} now.`
        : `${edit.segment} is split: ${described(first)}, and ${described(second)}.`;
    default:
      return edit satisfies never;
  }
}

/** K-means goes on after a merge, and may part again what lies far apart. */
function mergeWords(before: Result, after: Result, [one, other]: readonly [string, string]): string {
  const [first] = becameOf(before, after, one);
  const [second] = becameOf(before, after, other);
  if (first === undefined || second === undefined) return "Done.";
  if (first.id === second.id) return `${one} and ${other} are one segment now: ${described(first)}.`;
  const where = `most of ${one} are in ${described(first)}, most of ${other} in ${described(second)}`;
  return `There is one segment fewer, but ${one} and ${other} do not hold together: ${where}; u goes back.`;
}

/** The segments that the customers of one are in now, most of them first. */
function becameOf(before: Result, after: Result, letter: string): readonly Segment[] {
  const place = before.segmentation.segments.findIndex((segment) => segment.letter === letter);
  return heirs(before, after, place).flatMap((heir) => after.segmentation.segments[heir.segment] ?? []);
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
