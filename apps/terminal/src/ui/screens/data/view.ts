import type { Column, Scale } from "@kentro/segments";
import { count, counted, short } from "../../../text/number.ts";
import { cellsOf, visible } from "../../../text/visible.ts";
import { wrapped } from "../../../text/wrapped.ts";
import { windowStart } from "../../frame/window.ts";
import type { Opened, State } from "../../state/state.ts";
import { block, cell, type Line, line, rule, span } from "../../text/line.ts";
import type { ColumnFacts } from "../../work/protocol.ts";
import type { Room } from "../screen.ts";
import { featuresOf } from "./what-if.ts";

const SCALES: readonly (readonly [Scale, string])[] = [
  ["standard", "each column less its mean, over its standard deviation"],
  ["robust", "each column less its median, over its middle half: outliers count less"],
  ["minmax", "each column from 0 to 1"],
  ["none", "columns as they are: a column of large numbers outweighs the others"],
];
const NUMBER = 9;
const TYPE = 11;
const MISSING = 9;
const NAME = 30;
const LEAST_FOR_A_LABEL = 44;

/** The columns of the file, which are clustered by, and how they are scaled. */
export function dataView(state: State, { width, height }: Room): Line[] {
  const { opened } = state;
  if (opened === null) return block([], width, height);
  const words = wrapped(wordsOf(state, opened), width - 2).slice(0, 2);
  const listed = Math.max(1, height - 4 - words.length);
  const withNumbers = width >= 4 + 16 + TYPE + MISSING + 3 * NUMBER;
  const rest = width - 5 - TYPE - MISSING - (withNumbers ? 3 * NUMBER : 0);
  const longest = Math.max(0, ...opened.table.columns.map(({ name }) => cellsOf(visible(name))));
  const names = Math.max(6, Math.min(NAME, longest, rest));
  const known = featuresOf(state);
  const taken = known ?? [];
  const start = windowStart(state.data.column, opened.table.columns.length, listed);
  const rows = opened.table.columns.slice(start, start + listed).map((column, index): Line => {
    const inverse = start + index === state.data.column;
    return [
      span(inverse ? "▸" : " ", { inverse }),
      cell(boxOf(column, taken), 4, { inverse, bold: true }),
      cell(column.name, names, { inverse }),
      ...factCells(column, opened.facts[start + index]!, opened.table.rows, withNumbers, inverse),
    ];
  });
  const numbers = withNumbers ? ["least", "mean", "most"].map((title) => cell(title, NUMBER, undefined, "end")) : [];
  const titles: Line = [
    cell("", 5),
    cell("column", names),
    cell("  type", TYPE),
    cell("missing", MISSING, undefined, "end"),
    ...numbers,
  ];
  const all = counted(opened.table.columns.length, "column");
  const title = known === null ? all : `${count(taken.length)} of ${all} taken`;
  return block(
    [
      rule(line(title), width),
      titles,
      ...block(rows, width, listed),
      rule(scaleTitle(state, width), width),
      line(` ${scaleWords(state)}`),
      ...words.map((text) => line(` ${text}`)),
    ],
    width,
    height,
  );
}

function boxOf(column: Column, taken: readonly string[]): string {
  if (column.type !== "numeric") return "";
  return taken.includes(column.name) ? "[✓]" : "[ ]";
}

function factCells(column: Column, facts: ColumnFacts, rows: number, withNumbers: boolean, inverse: boolean): Line {
  const missing = column.missing + ("unreadableCount" in column ? column.unreadableCount : 0);
  const share = missing === 0 ? "–" : `${((100 * missing) / rows).toFixed(1)} %`;
  const fixed = [cell(`  ${typeOf(facts)}`, TYPE, { inverse }), cell(share, MISSING, { inverse }, "end")];
  if (!withNumbers) return fixed;
  const values = facts.type === "numeric" ? [facts.low, facts.mean, facts.high].map(short) : ["", "", ""];
  return [...fixed, ...values.map((text) => cell(text, NUMBER, { inverse }, "end"))];
}

function typeOf(facts: ColumnFacts): string {
  switch (facts.type) {
    case "numeric":
      return "number";
    case "text":
      return `text, ${count(facts.distinct)}`;
    case "date":
      return "date";
    case "identifier":
      return "text, many";
    default:
      return facts satisfies never;
  }
}

function scaleTitle({ settings }: State, width: number): Line {
  const names = SCALES.flatMap(([scale]) => [
    span(` ${scale} `, { inverse: scale === settings.scale, bold: scale === settings.scale }),
  ]);
  return width < LEAST_FOR_A_LABEL ? names : [span("Scaling"), ...names];
}

function scaleWords({ settings }: State): string {
  return SCALES.find(([scale]) => scale === settings.scale)![1];
}

/** Why the column under the cursor was taken or left. */
function wordsOf({ result, data: { column } }: State, { table }: Opened): string {
  const name = table.columns[column]?.name;
  const choice = result?.segmentation.choice.columns.find((each) => each.column === name);
  return choice === undefined ? "" : `${choice.words}.`;
}
