import { centeredBar, type Symbols } from "@kentro/cells";
import { widestOf } from "../../../../text/visible.ts";
import { kept } from "../../../kept.ts";
import { cell, type Line, span } from "../../../text/line.ts";
import type { ProfileRow } from "./rows.ts";

const LEAST_NAME = 4;
/** A name gives way to the bars where it takes more than this of the width. */
const NAME = 0.44;
const LEAST_HALF = 2;
const LONGEST_HALF = 12;
/** From this width on there is room for what all customers have. */
const WITH_ALL = 48;

/** A profile with its titles: a line for each row, with a bar around what all customers have. */
export const profileLines: (...given: Given) => readonly Line[] = kept((rows, id, width, symbols) => {
  const own = 1 + widestOf(["mean", ...rows.map((row) => row.own)]);
  const all = width >= WITH_ALL ? 1 + widestOf(["all", ...rows.map((row) => row.all)]) : 0;
  const apart = 1 + widestOf(["sd", ...rows.map((row) => row.difference)]);
  const longest = widestOf(rows.map((row) => row.name));
  const fixed = 1 + own + all + 1 + apart + 1;
  const half = Math.max(
    LEAST_HALF,
    Math.min(LONGEST_HALF, Math.floor((width - fixed - 1 - Math.min(longest, Math.floor(width * NAME))) / 2)),
  );
  const names = Math.max(LEAST_NAME, Math.min(longest, width - fixed - 2 * half - 1));
  const looks = symbols === "ascii" ? "ascii" : "blocks";
  const titles: Line = [
    cell("", names + 1),
    cell("mean", own, undefined, "end"),
    cell(all > 0 ? "all" : "", all, undefined, "end"),
    span(" "),
    cell(half < 4 ? "−" : "less", half, undefined, "end"),
    span("│"),
    cell(half < 4 ? "+" : "more", half),
    cell("sd", apart, undefined, "end"),
  ];
  return [
    titles,
    ...rows.map(
      (row): Line => [
        span(" "),
        cell(row.name, names),
        cell(row.own, own, { bold: true }, "end"),
        cell(all > 0 ? row.all : "", all, undefined, "end"),
        span(" "),
        span(centeredBar(row.away, 1, 2 * half + 1, looks), { segment: id }),
        cell(row.difference, apart, undefined, "end"),
      ],
    ),
  ];
});

type Given = readonly [rows: readonly ProfileRow[], id: number, width: number, symbols: Symbols];
