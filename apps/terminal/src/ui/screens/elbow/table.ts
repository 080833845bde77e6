import { count, short } from "../../../text/number.ts";
import { wrapped } from "../../../text/wrapped.ts";
import type { State } from "../../state/state.ts";
import { block, cell, type Line, line, rule, span } from "../../text/line.ts";
import { hiddenRows, windowStart } from "../../text/window.ts";
import { type ElbowRow, elbowRows } from "./points.ts";

interface TableColumn {
  readonly title: string;
  /** What it means, in words. */
  readonly words: string;
  readonly width: number;
  readonly text: (row: ElbowRow) => string;
}

const COLUMNS: readonly TableColumn[] = [
  { title: "k", words: "the number of segments", width: 3, text: ({ k }) => String(k) },
  {
    ...{ title: "inertia", words: "squared distances of the customers to their segments, added up" },
    ...{ width: 10, text: ({ inertia }) => short(inertia) },
  },
  {
    ...{ title: "drop", words: "how much of it one segment more takes away" },
    ...{ width: 6, text: ({ drop }) => (drop === null ? "–" : `${(100 * drop).toFixed(0)} %`) },
  },
  {
    ...{ title: "silhouette", words: "how much closer customers are to their own segment than to the next, -1 to 1" },
    ...{ width: 11, text: ({ silhouette }) => silhouette?.toFixed(3) ?? "–" },
  },
  {
    ...{ title: "stability", words: "how alike the segments are when the customers are drawn again, 0 to 1" },
    ...{ width: 10, text: ({ stability }) => stability?.toFixed(2) ?? "–" },
  },
  {
    ...{ title: "smallest", words: "customers in the smallest segment" },
    ...{ width: 9, text: ({ smallest }) => count(smallest) },
  },
];

/** "◆ suggested ● shown", or the signs alone. */
const LONG_NOTE = 21;
const SHORT_NOTE = 5;

/** "elbow, silhouette, stability". */
const VOTES = 31;

/** From this width on the table has words for what is suggested and shown. */
const WITH_WORDS = 1 + COLUMNS.reduce((sum, { width }) => sum + width, 0) + LONG_NOTE;

const MEANING_LABEL = 12;

/** What is said of the columns: of all, or where there is not the room, of those that nobody can guess. */
const MEANT: readonly (readonly string[])[] = [
  COLUMNS.map(({ title }) => title),
  ["inertia", "drop", "silhouette", "stability"],
  ["inertia", "silhouette", "stability"],
];

/** The widest the table gets: then it says what speaks for each k. */
export const TABLE_WIDTH: number = WITH_WORDS + VOTES;

/** A line for each k tried; columns that do not fit are left out, the last first. */
export function elbowTable(state: State, width: number, height: number): Line[] {
  const all = elbowRows(state);
  if (all.length === 0) return block([], width, height);
  if (state.look.reader) return readTable(all, state.elbow.point, width, height);
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
  const table = [
    rule(line(`k by k  ${hiddenRows(start, all.length, listed)}`.trimEnd()), width),
    titles,
    ...rows,
    ...legend,
  ];
  const room = height - table.length - 1;
  const words = MEANT.map((titles) => meanings(wordsFor(columns, titles), width)).find(({ length }) => length <= room);
  return block(words === undefined ? table : [...table, [], ...words], width, height);
}

function wordsFor(columns: readonly TableColumn[], titles: readonly string[]): readonly TableColumn[] {
  return columns.filter(({ title }) => titles.includes(title));
}

/** The table for a screen reader: each number behind its name, for nobody hears which column it stands in. */
function readTable(rows: readonly ElbowRow[], point: number, width: number, height: number): Line[] {
  const told = rows.map((row, index) => {
    const numbers = COLUMNS.map((column): string => `${column.title} ${column.text(row)}`);
    const known = numbers.filter((text) => !text.endsWith("–"));
    const votes =
      row.votes.length === 0 ? [] : [`${row.votes.join(", ")} ${row.votes.length === 1 ? "speaks" : "speak"} for it`];
    const marks = [...(row.isSuggested ? ["suggested"] : []), ...(row.isShown ? ["shown"] : [])];
    return line(`${index === point ? "▸" : " "}${[...known, ...marks, ...votes].join(", ")}`);
  });
  return block([rule(line("k by k"), width), ...told, ...meanings(COLUMNS, width)], width, height);
}

/** What the columns mean. */
function meanings(columns: readonly TableColumn[], width: number): Line[] {
  return columns.flatMap(({ title, words }) => {
    const indent = " ".repeat(MEANING_LABEL);
    return wrapped(`${title.padEnd(MEANING_LABEL - 1)} ${words}`, Math.max(1, width - 2), indent).map((text) =>
      line(` ${text}`),
    );
  });
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
