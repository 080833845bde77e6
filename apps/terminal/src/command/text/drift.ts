import type { Drift } from "@kentro/segments";
import { count, counted, percent } from "../../text/number.ts";
import { wrapped } from "../../text/wrapped.ts";
import { type MatrixRow, matrix } from "./matrix.ts";
import { type Note, noteLines, rowNotes } from "./notes.ts";
import { type Page, paragraphs, shown, strong } from "./page.ts";
import { roster } from "./roster.ts";

const MOST_NEW_CATEGORIES = 5;

/** A comparison in plain text: whether to refit and why, the segments then and now, each feature, and who is far out. */
export function driftText(found: Drift, page: Page): string {
  const { reason, rowsBefore } = found;
  return paragraphs([
    wrapped(reason, page.width).map((line) => strong(line, page)),
    noteLines(
      [["Before", `${counted(rowsBefore, "customer")}, those that the segments were found on`], ...rowNotes(found)],
      page,
    ),
    segmentLines(found, page),
    featureLines(found, page),
    noteLines(strangerNotes(found), page),
  ]);
}

function segmentLines({ segments, shares }: Drift, page: Page): string[] {
  const now = segments.map(({ customers, share, ...segment }) => ({ ...segment, size: customers, share: share.now }));
  const before = segments.map(({ share }) => share.before);
  const shift = `Shift of the shares: ${shares.level} (PSI ${shares.psi.toFixed(3)})`;
  return [...roster(now, page, before), ...wrapped(shift, page.width)];
}

function featureLines({ features }: Drift, page: Page): string[] {
  const rows = features.map(({ column, psi, level, missing }): MatrixRow => {
    return { label: shown(column), cells: [psi.toFixed(3), level, percent(missing.before), percent(missing.now)] };
  });
  return matrix("Column", ["PSI", "Shift", "Missing before", "Missing now"], rows, page);
}

function strangerNotes({ far, unknown, features }: Drift): Note[] {
  const notes: Note[] = [
    [
      "Far out",
      `${counted(far.customers, "customer")} (${percent(far.share)}) like no segment; before ${percent(far.expected)}`,
    ],
  ];
  if (unknown > 0) notes.push(["Unknown", `${counted(unknown, "row")} of a category that the segments do not know`]);
  for (const { column, newCategories } of features) {
    if (newCategories.length === 0) continue;
    const named = newCategories
      .slice(0, MOST_NEW_CATEGORIES)
      .map(({ category, customers }) => `${shown(category)} (${counted(customers, "row")})`);
    const more = newCategories.length - named.length;
    const rest = more > 0 ? `, and ${count(more)} more` : "";
    notes.push(["New", `in ${shown(column)}: ${named.join(", ")}${rest}`]);
  }
  return notes;
}
