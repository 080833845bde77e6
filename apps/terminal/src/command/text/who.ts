import { type Segment, spendsMuch } from "@kentro/segments";
import { counted, percent, short } from "../../text/number.ts";
import { visible } from "../../text/visible.ts";
import { wrapped } from "../../text/wrapped.ts";
import { type Note, noteLines } from "./notes.ts";
import { type Page, shown, strong } from "./page.ts";

/** A paragraph for each segment: what is noted of it, its rule, how sure it is, what it is worth, and what to do about it. */
export function whoTheyAre(segments: readonly Segment[], page: Page): string[][] {
  return segments
    .map((segment) => ({ segment, notes: notesOf(segment) }))
    .filter(({ notes }) => notes.length > 0)
    .map(({ segment, notes }) => [
      ...wrapped(titleOf(segment), page.width, "   ").map((line) => strong(line, page)),
      ...noteLines(notes, page),
    ]);
}

function titleOf(segment: Segment): string {
  const { letter, name, size } = segment;
  const spends = spendsMuch(segment) ? ": high-spending" : "";
  return `${letter}  ${shown(name)} (${counted(size, "customer")})${spends}`;
}

function notesOf(segment: Segment): Note[] {
  return [
    ...ownNotes(segment),
    ...ruleNotes(segment),
    ...valueNotes(segment),
    ...sureNotes(segment),
    ...suggestionNotes(segment),
  ];
}

function ownNotes({ note }: Segment): Note[] {
  return note === null ? [] : [["Note", visible(note)]];
}

function ruleNotes({ rule }: Segment): Note[] {
  if (rule === null) return [];
  const { words, precision, recall, sufficient } = rule;
  const whom = recall === 1 ? "all of them" : `${percent(recall)} of them`;
  const others = precision === 1 ? "nobody else" : `of those it fits, ${percent(1 - precision)} are others`;
  const found = `fits ${whom}${precision === 1 ? ", and " : "; "}${others}`;
  return [["Rule", `${shown(words)} (${found}${sufficient ? "" : "; three thresholds do not do"})`]];
}

function valueNotes({ value }: Segment): Note[] {
  if (value === null) return [];
  const share = value.share === null ? "" : `, ${percent(value.share)} of everybody's`;
  return [["Value", `${short(value.total)} in all${share}; ${short(value.mean)} a customer`]];
}

function sureNotes({ stability, border }: Segment): Note[] {
  const parts = [
    ...(stability === null ? [] : [`${stability.level} (Jaccard ${stability.jaccard.toFixed(2)})`]),
    ...(border === null || border.customers === 0
      ? []
      : [`${counted(border.customers, "customer")} (${percent(border.share)}) about as close to another segment`]),
  ];
  return parts.length === 0 ? [] : [["Sure", parts.join("; ")]];
}

function suggestionNotes({ suggestions }: Segment): Note[] {
  return suggestions.map(({ title, advice, because }, index): Note => {
    const why = because.length === 0 ? "" : ` Because of ${because.map(visible).join("; ")}.`;
    return [index === 0 ? "To do" : "", `${visible(title)}. ${visible(advice)}${why}`];
  });
}
