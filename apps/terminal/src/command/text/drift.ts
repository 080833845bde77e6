import type { Drift, FeatureDrift } from "@kentro/segments";
import { count, counted, percent } from "../../text/number.ts";
import { visible } from "../../text/visible.ts";
import { wrapped } from "../../text/wrapped.ts";
import { grid } from "./grid.ts";
import { type Note, noteLines, rowNotes } from "./notes.ts";
import { type Page, paragraphs, shown, strong } from "./page.ts";

const REFIT = {
  no: "The segments still fit.",
  consider: "The segments may no longer fit: consider finding them anew.",
  yes: "The segments no longer fit: find them anew.",
} as const;

const MOST_NEW_CATEGORIES = 5;

/** A comparison in plain text: whether to refit and why, the segments then and now, each feature, and who is far out. */
export function driftText(found: Drift, page: Page): string {
  const { refit, reason, rowsBefore } = found;
  return paragraphs([
    [...wrapped(REFIT[refit], page.width).map((line) => strong(line, page)), ...wrapped(visible(reason), page.width)],
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
  const [heading = "", ...lines] = grid([
    { align: "left", cells: ["Segment", ...segments.map(({ letter }) => letter)] },
    { align: "right", cells: ["Before", ...segments.map(({ share }) => percent(share.before))] },
    { align: "right", cells: ["Now", ...segments.map(({ share }) => percent(share.now))] },
    { align: "left", cells: ["Name", ...segments.map(({ name }) => shown(name))] },
  ]);
  return [strong(heading, page), ...lines, `Shift of the shares: ${shares.level} (PSI ${shares.psi.toFixed(3)})`];
}

function featureLines({ features }: Drift, page: Page): string[] {
  const [heading = "", ...lines] = grid([
    { align: "left", cells: ["Column", ...features.map(({ column }) => shown(column))] },
    { align: "right", cells: ["PSI", ...features.map(({ psi }) => psi.toFixed(3))] },
    { align: "left", cells: ["Shift", ...features.map(({ level }) => level)] },
    { align: "left", cells: ["Missing before, now", ...features.map(missingWords)] },
  ]);
  return [strong(heading, page), ...lines];
}

function missingWords({ missing }: FeatureDrift): string {
  return missing.before === 0 && missing.now === 0 ? "none" : `${percent(missing.before)}, ${percent(missing.now)}`;
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
