import { type Symbols, sparkline } from "@kentro/cells";
import { count, counted, percent } from "../../../../text/number.ts";
import { cellsOf, visible } from "../../../../text/visible.ts";
import type { Opened, State } from "../../../state/state.ts";
import { drawn, NO_SEGMENT } from "../../../text/drawn.ts";
import { block, cell, fit, type Line, line, rule, type Span, type Style, span } from "../../../text/line.ts";
import { hiddenRows, windowStart } from "../../../text/window.ts";
import type { ColumnFacts } from "../../../work/protocol.ts";
import { pendingColumns } from "../asked/pending.ts";
import {
  type Described,
  describedColumn,
  numbersAsked,
  type Treatment,
  type Treatments,
  treatmentsAsked,
} from "../asked/taken.ts";
import { doneTo } from "../asked/words.ts";
import { distinctText, listedText, medianText, missingText, typeText, valueText } from "./cells.ts";
import { toldColumn } from "./told.ts";

/** Cursor, the mark of what waits for `r`, and whether the column is taken. */
const BOX = 6;
/** Names have so many cells before other parts have theirs, longer ones what is left over. */
const LEAST_NAME = 12;
const COMFORTABLE_NAME = 16;
const MOST_NAME = 30;
const GAP = 2;
const LEAST_SHAPE = 8 + GAP;
const MOST_SHAPE = 16 + GAP;
/** Texts are listed with their shares where the most frequent one has this share of the rows. */
const LEAST_SHARE = 0.01;

type PartName = "type" | "missing" | "numbers" | "shape" | "done" | "distinct";

/** The parts of a line beside the name, in the order in which room is given to them, and the cells of each. */
const PARTS: readonly (readonly [PartName, number])[] = [
  ["type", 8],
  ["missing", 8],
  ["numbers", 27],
  ["shape", LEAST_SHAPE],
  ["done", 9],
  ["distinct", 9],
];
const ORDER: readonly PartName[] = ["type", "missing", "distinct", "numbers", "shape", "done"];

/** The cells of a line: its parts from the left, and what the name takes. */
interface Columns {
  readonly name: number;
  readonly parts: ReadonlyMap<PartName, number>;
}

/** What the next run does with columns, and for which of them that is something new. */
interface Doing {
  readonly treatmentOf: Treatments;
  readonly pending: ReadonlySet<string>;
}

/** A line for each column of the file: whether it is taken, what is in it, and what is done to it. */
export function columnList(state: State, opened: Opened, width: number, height: number): Line[] {
  const { columns } = opened.table;
  const listed = Math.max(0, height - 2);
  const start = windowStart(state.data.column, columns.length, listed);
  const placed = columnsIn(state, opened, width);
  const doing: Doing = { treatmentOf: treatmentsAsked(state), pending: pendingColumns(state) };
  const rows = columns.slice(start, start + listed).map((_, index) => {
    const described = describedColumn(opened, start + index);
    return described === undefined ? [] : row(state, doing, described, placed, start + index === state.data.column);
  });
  const head = [
    rule(line(`${title(state, opened, doing)}  ${hiddenRows(start, columns.length, listed)}`.trimEnd()), width),
    ...(state.look.reader ? [] : [titles(placed)]),
  ];
  return block([...head, ...rows], width, height);
}

function title(state: State, { table }: Opened, { pending }: Doing): string {
  const columns = counted(table.columns.length, "column");
  const { settings } = state;
  const numbers = numbersAsked(state);
  const waits = pending.size > 0 ? "; * waits for r" : "";
  return `${count(numbers.length + settings.categorical.length)} of ${columns} taken${waits}`;
}

function columnsIn(state: State, { table }: Opened, width: number): Columns {
  const longest = table.columns.reduce((most, { name }) => Math.max(most, cellsOf(visible(name))), LEAST_NAME);
  const parts = new Map<PartName, number>();
  const least = Math.min(COMFORTABLE_NAME, longest);
  let left = width - BOX - least;
  for (const [part, cells] of PARTS) {
    if (cells > left || !isWanted(part, state)) continue;
    parts.set(part, cells);
    left -= cells;
  }
  const name = least + Math.max(0, Math.min(left, Math.min(MOST_NAME, longest) - least));
  left -= name - least;
  const shape = parts.get("shape");
  if (shape !== undefined) parts.set("shape", Math.min(MOST_SHAPE, shape + Math.max(0, left)));
  return { name: Math.min(name, Math.max(0, width - BOX)), parts };
}

function isWanted(part: PartName, { settings: { log, weights } }: State): boolean {
  return part !== "done" || log.length + Object.keys(weights).length > 0;
}

function titles({ name, parts }: Columns): Line {
  const words: Readonly<Record<PartName, (width: number) => Span[]>> = {
    type: (width) => [cell("  type", width)],
    missing: (width) => [cell("missing", width, undefined, "end")],
    distinct: (width) => [cell("distinct", width, undefined, "end")],
    numbers: (width) => ["least", "median", "most"].map((text) => cell(text, width / 3, undefined, "end")),
    shape: (width) => [cell("  shape", width)],
    done: (width) => [cell(" done", width)],
  };
  return [cell("", BOX), cell("column", name), ...placedParts(parts).flatMap(([part, width]) => words[part](width))];
}

function placedParts(parts: Columns["parts"]): (readonly [PartName, number])[] {
  return ORDER.flatMap((part) => {
    const width = parts.get(part);
    return width === undefined ? [] : [[part, width] as const];
  });
}

function row(
  state: State,
  { treatmentOf, pending }: Doing,
  described: Described,
  { name, parts }: Columns,
  inverse: boolean,
): Line {
  const { column, facts } = described;
  const treatment = treatmentOf(column.name);
  const isPending = pending.has(column.name);
  if (state.look.reader) {
    return toldColumn(described, state.opened?.table.rows ?? 0, treatment, { isSelected: inverse, isPending });
  }
  const style: Style = { inverse };
  const ofPart: Readonly<Record<PartName, (width: number) => Line>> = {
    type: (width) => [cell(`  ${typeText(facts.type)}`, width, style)],
    missing: (width) => [cell(missingText(described, state.opened?.table.rows ?? 0), width, style, "end")],
    distinct: (width) => [cell(distinctText(facts, ">"), width, style, "end")],
    numbers: (width) => values(described, width, parts.get("shape") ?? 0, state, style),
    shape: (width) => ("median" in facts ? shape(described, width, state.symbols, style) : []),
    done: (width) => [cell(` ${doneTo(treatment)}`, width, style)],
  };
  return [
    span(inverse ? "▸" : " ", style),
    span(isPending ? "*" : " ", style),
    cell(boxOf(described, treatment), BOX - 2, { ...style, bold: true }),
    cell(column.name, name, style),
    ...placedParts(parts).flatMap(([part, width]) => ofPart[part](width)),
  ];
}

/** "[✓]" for a number, "[a]" for a category; nothing where a column cannot be taken. */
function boxOf({ facts }: Described, { use }: Treatment): string {
  if (use === "category") return "[a]";
  if (use === "number") return "[✓]";
  return facts.type === "numeric" || facts.type === "text" ? "[ ]" : "";
}

/** Least, median and most; of dates the first and the last; of texts the most frequent, up to the end of the shape. */
function values({ facts }: Described, width: number, shapeWidth: number, state: State, style: Style): Line {
  switch (facts.type) {
    case "numeric": {
      const texts = [
        listedText("numeric", facts.low),
        medianText(facts, listedText),
        listedText("numeric", facts.high),
      ];
      return texts.map((text) => cell(` ${text}`, width / 3, style, "end"));
    }
    case "date": {
      const [first, last] = [valueText("date", facts.low), valueText("date", facts.high)];
      return [cell(facts.distinct === 0 ? "–" : `${first} to ${last}`, width, style, "end")];
    }
    case "text": {
      const rows = state.opened?.table.rows ?? 0;
      return [cell(`  ${textShares(facts, rows)}`, width + shapeWidth, style)];
    }
    case "identifier":
      return [cell("  too many to hold", width + shapeWidth, style)];
    default:
      return facts satisfies never;
  }
}

/** The most frequent texts with their shares; where none is frequent, that there are many. */
function textShares({ top, distinct }: Extract<ColumnFacts, { type: "text" }>, rows: number): string {
  const [first] = top;
  if (first === undefined) return "–";
  if (first.count < LEAST_SHARE * rows) return counted(distinct, "different text");
  return top.map(({ value, count: times }) => `${value} ${percent(times / rows)}`).join(", ");
}

function shape({ facts }: Described, width: number, symbols: Symbols, style: Style): Line {
  if (!("bins" in facts)) return [];
  const [spans = []] = drawn([sparkline(facts.bins, width - GAP, symbols, NO_SEGMENT)]);
  const own: Style = { ...style, ...(style.inverse ? { accent: false } : {}) };
  return fit([span(" ".repeat(GAP)), ...spans], width).map((each) => ({ ...each, style: { ...each.style, ...own } }));
}
