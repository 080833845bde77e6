import { counted } from "../counted.ts";
import type { ModelSegment } from "../model/segmentation-model.ts";
import { amountWords } from "../naming/amounts.ts";
import type { EditCost } from "./cost.ts";
import type { Regrouping } from "./edit.ts";

/** What an edit would do, in a sentence. Assumes that there are the segments it names. */
export function costWords(
  edit: Regrouping,
  segments: readonly Pick<ModelSegment, "letter" | "name">[],
  { inertia, before, moved, leaving }: Omit<EditCost, "words">,
): string {
  const called = (letter: string): string => `${letter} ${segments.find((each) => each.letter === letter)!.name}`;
  const doing =
    edit.type === "merge" ? `Merging ${edit.segments.map(called).join(" and ")}` : `Splitting ${called(edit.segment)}`;
  const who = moved === 0 ? "no other customer" : counted(moved, "more customer");
  if (leaving.length > 0) {
    const most = `most of ${leaving.map(called).join(" and most of ")} would not stay`;
    return `${doing} ${change(before, inertia)}, and k-means would part them again: ${most}; ${counted(moved, "customer")} would move.`;
  }
  return `${doing} ${change(before, inertia)}; ${who} would move.`;
}

function change(before: number, after: number): string {
  if (before === after) return `leaves the inertia at ${amountWords(after, 3)}`;
  const verb = after > before ? "raises" : "lowers";
  return `${verb} the inertia from ${amountWords(before, 3)} to ${amountWords(after, 3)}${before > 0 ? ` (${percent(after / before - 1)})` : ""}`;
}

function percent(share: number): string {
  const value = (100 * share).toLocaleString("en-US", { maximumSignificantDigits: 2, signDisplay: "always" });
  return `${value} %`;
}
