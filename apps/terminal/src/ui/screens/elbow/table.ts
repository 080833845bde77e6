import { count, short } from "../../../text/number.ts";
import { windowStart } from "../../frame/window.ts";
import type { State } from "../../state/state.ts";
import { block, cell, type Line, line, rule, span } from "../../text/line.ts";
import { type ElbowRow, elbowRows } from "./points.ts";

interface TableColumn {
  readonly title: string;
  readonly width: number;
  readonly text: (row: ElbowRow) => string;
}

const COLUMNS: readonly TableColumn[] = [
  { title: "k", width: 3, text: ({ k }) => String(k) },
  { title: "inertia", width: 10, text: ({ inertia }) => short(inertia) },
  { title: "drop", width: 6, text: ({ drop }) => (drop === null ? "–" : `${(100 * drop).toFixed(0)} %`) },
  { title: "silhouette", width: 11, text: ({ silhouette }) => silhouette?.toFixed(3) ?? "–" },
  { title: "stability", width: 10, text: ({ stability }) => stability?.toFixed(2) ?? "–" },
  { title: "smallest", width: 9, text: ({ smallest }) => count(smallest) },
];

/** "◆ suggested ● shown", or the signs alone. */
const LONG_NOTE = 21;
const SHORT_NOTE = 5;

/** "elbow, silhouette, stability". */
const VOTES = 31;

/** From this width on the table has words for what is suggested and shown. */
const WITH_WORDS = 1 + COLUMNS.reduce((sum, { width }) => sum + width, 0) + LONG_NOTE;

/** The widest the table gets: then it says what speaks for each k. */
export const TABLE_WIDTH: number = WITH_WORDS + VOTES;

/** A line for each k tried; columns that do not fit are left out, the last first. */
export function elbowTable(state: State, width: number, height: number): Line[] {
  const all = elbowRows(state);
  if (all.length === 0) return block([], width, height);
  const isWide = width >= WITH_WORDS;
  const noteWidth = isWide ? LONG_NOTE : SHORT_NOTE;
  const hasVotes = width >= TABLE_WIDTH && all.some(({ votes }) => votes.length > 0);
  const columns = fitting(width - 1 - noteWidth);
  const legend = isWide || height < all.length + 3 ? [] : [line(` ${legendText(all)}`)];
  const listed = Math.max(0, height - 2 - legend.length);
  const start = windowStart(state.elbow.point, all.length, listed);
  const rows = all.slice(start, start + listed).map((row, index): Line => {
    const inverse = start + index === state.elbow.point;
    return [
      span(inverse ? "▸" : " ", { inverse }),
      ...columns.map((column) => cell(column.text(row), column.width, { inverse }, "end")),
      cell(`  ${noteOf(row, isWide)}`, noteWidth),
      ...(hasVotes ? [cell(`  ${row.votes.join(", ")}`, VOTES)] : []),
    ];
  });
  const titles = [
    span(" "),
    ...columns.map(({ title, width: cells }) => cell(title, cells, undefined, "end")),
    ...(hasVotes ? [cell("", noteWidth), cell("  speaks for it", VOTES)] : []),
  ];
  return block([rule(line("k by k"), width), titles, ...rows, ...legend], width, height);
}

function fitting(width: number): readonly TableColumn[] {
  let used = 0;
  const first = COLUMNS.findIndex((column) => {
    used += column.width;
    return used > width;
  });
  return first < 0 ? COLUMNS : COLUMNS.slice(0, first);
}

function noteOf({ isSuggested, isShown }: ElbowRow, words: boolean): string {
  const notes = [...(isSuggested ? [words ? "◆ suggested" : "◆"] : []), ...(isShown ? [words ? "● shown" : "●"] : [])];
  return notes.join(words ? " " : "");
}

function legendText(rows: readonly ElbowRow[]): string {
  const isSuggested = rows.some((row) => row.isSuggested);
  const isShown = rows.some((row) => row.isShown);
  return [...(isSuggested ? ["◆ suggested"] : []), ...(isShown ? ["● shown"] : [])].join("  ");
}
