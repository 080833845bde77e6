import { histogramChart } from "@kentro/cells";
import { bar } from "../../../text/bar.ts";
import { count, counted, percent } from "../../../text/number.ts";
import { clipped, visible } from "../../../text/visible.ts";
import type { State } from "../../state/state.ts";
import { drawn, NO_SEGMENT } from "../../text/drawn.ts";
import { cell, type Line, line, rule, span } from "../../text/line.ts";
import { paragraph } from "../../text/paragraph.ts";
import type { ColumnFacts, ScaleFacts } from "../../work/protocol.ts";
import { pendingSentence } from "./asked/pending.ts";
import { columnUnderCursor, type Described, treatmentAsked } from "./asked/taken.ts";
import { doneTo, fateText } from "./asked/words.ts";
import { distinctText, medianText, missingText, typeText, valueText, withoutValue } from "./list/cells.ts";
import { columnWords } from "./panel.ts";

const LEAST_CHART = 5;
const MOST_CHART = 18;
const MOST_CHART_WIDTH = 100;
const PAIR = 30;
const TOP_NAME = 30;
const TOP_BAR = 20;

/** All about the column under the cursor: its histogram, numbers, why it was taken or left, and its cells without a value. */
export function pageLines(state: State, width: number, height: number): Line[] {
  const described = columnUnderCursor(state);
  if (described === null) return [];
  const waiting = pendingSentence(state);
  return [
    rule(line(`${title(state, described)}${place(state)}`), width),
    ...(waiting === null ? [] : paragraph(waiting, width, { bold: true })),
    ...columnWords(state, described).flatMap((text) => paragraph(text, width)),
    ...chart(state, described, width, height),
    ...numbers(described, state.opened?.table.rows ?? 0, width),
    ...topValues(state, described, width),
    ...withoutValues(described, width),
  ];
}

function title(state: State, { column, facts }: Described): string {
  const treatment = treatmentAsked(state, column.name);
  const done = doneTo(treatment);
  return `${column.name}: ${typeText(facts.type)}, ${fateText(treatment)}${done === "" ? "" : ` (${done})`}`;
}

/** Which of the columns it is, and how to get to the others. */
function place({ data, opened, look }: State): string {
  const columns = opened?.table.columns.length ?? 0;
  return columns < 2 ? "" : `  ${count(data.column + 1)} of ${count(columns)}${look.reader ? "" : "  ←→"}`;
}

function chart({ look, symbols }: State, { facts }: Described, width: number, height: number): Line[] {
  const room = Math.min(MOST_CHART, Math.floor(height / 2));
  if (look.reader || facts.type !== "numeric" || !((facts.distinct ?? 2) > 1) || room < LEAST_CHART) return [];
  const frame = { width: Math.min(width - 1, MOST_CHART_WIDTH), height: room, symbols };
  return drawn(histogramChart(facts.bins, frame, NO_SEGMENT));
}

function numbers(described: Described, rows: number, width: number): Line[] {
  const { facts } = described;
  const pairs: (readonly [string, string])[] = "median" in facts ? scalePairs(facts) : [];
  pairs.push(["different values", distinctText(facts, "over ")], ["without a value", missingText(described, rows)]);
  const across = Math.max(1, Math.floor((width - 1) / PAIR));
  const lines = Array.from({ length: Math.ceil(pairs.length / across) }, (_, row) =>
    pairs.slice(row * across, (row + 1) * across),
  );
  return lines.map((each): Line => [span(" "), ...each.flatMap((pair) => pairCells(pair))]);
}

function pairCells([label, value]: readonly [string, string]): Line {
  const text = clipped(value, PAIR - 12);
  return [cell(label, PAIR - 2 - text.length - 1), span(" "), span(text, { bold: true }), span("  ")];
}

function scalePairs(facts: Extract<ColumnFacts, ScaleFacts>): (readonly [string, string])[] {
  const text = (value: number): string => valueText(facts.type, value);
  const about = facts.sampled === null ? "" : "~";
  return [
    ["least", text(facts.low)],
    ["lower quartile", `${about}${text(facts.lower)}`],
    ["median", medianText(facts)],
    ["upper quartile", `${about}${text(facts.upper)}`],
    ["most", text(facts.high)],
    ["mean", text(facts.mean)],
  ];
}

function topValues({ look, opened }: State, { facts }: Described, width: number): Line[] {
  if (facts.type !== "text" || opened === null || facts.top.length === 0) return [];
  const names = Math.max(6, Math.min(TOP_NAME, width - 24));
  const lines = facts.top.map((each): Line => {
    const share = each.count / opened.table.rows;
    const drawnBar = look.reader ? "" : bar(share, TOP_BAR);
    return [
      span(" "),
      cell(each.value, names),
      cell(count(each.count), 11, undefined, "end"),
      cell(percent(share), 9, undefined, "end"),
      span(`  ${drawnBar}`),
    ];
  });
  const more = facts.distinct - facts.top.length;
  const rest = more > 0 ? paragraph(`and ${counted(more, "other text")}`, width) : [];
  return [[], rule(line("Most frequent"), width), ...lines, ...rest];
}

function withoutValues(described: Described, width: number): Line[] {
  const { column, facts } = described;
  const all = withoutValue(described);
  if (all === 0 || facts.type === "identifier") return [];
  const written = new Map("unreadable" in column ? column.unreadable.map(({ row, value }) => [row, value]) : []);
  const lines = facts.missingRows.map((row): Line => {
    const value = written.get(row);
    return line(` row ${count(row + 1)}: ${value === undefined ? "empty" : `"${visible(value)}"`}`);
  });
  const more = all - lines.length;
  const rest = more > 0 ? paragraph(`and ${counted(more, "other row")}`, width) : [];
  return [[], rule(line(`${counted(all, "row")} without a value`), width), ...lines, ...rest];
}
