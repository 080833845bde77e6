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
  { title: "k", width: 4, text: ({ k }) => String(k) },
  { title: "inertia", width: 10, text: ({ inertia }) => short(inertia) },
  { title: "drop", width: 7, text: ({ drop }) => (drop === null ? "–" : `${(100 * drop).toFixed(0)} %`) },
  { title: "silhouette", width: 11, text: ({ silhouette }) => silhouette?.toFixed(3) ?? "–" },
  { title: "stability", width: 10, text: ({ stability }) => stability?.toFixed(2) ?? "–" },
  { title: "smallest", width: 10, text: ({ smallest }) => count(smallest) },
];

/** "◆ suggested ● shown", or the signs alone. */
const LONG_NOTE = 23;
const SHORT_NOTE = 5;

/** The widest the table gets, and the width from which on it has words. */
export const TABLE_WIDTH: number = 1 + COLUMNS.reduce((sum, { width }) => sum + width, 0) + LONG_NOTE;

/** A line for each k tried; columns that do not fit are left out, the last first. */
export function elbowTable(state: State, width: number, height: number): Line[] {
  const all = elbowRows(state);
  if (all.length === 0) return block([], width, height);
  const isWide = width >= TABLE_WIDTH;
  const noteWidth = isWide ? LONG_NOTE : SHORT_NOTE;
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
    ];
  });
  const titles = [span(" "), ...columns.map(({ title, width: cells }) => cell(title, cells, undefined, "end"))];
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
