import { sizeWords } from "../../../text/size.ts";
import type { State } from "../../state/state.ts";
import { block, cell, fit, type Line, line, rule, type Span, span } from "../../text/line.ts";
import { paragraph } from "../../text/paragraph.ts";
import { windowStart } from "../../text/window.ts";
import type { Room } from "../screen.ts";
import type { Item } from "./items.ts";
import { type Row, rowsOf } from "./rows.ts";
import { agoWords, shapeWords } from "./words.ts";

const NEXT = "r tries again, q quits; or choose another:";
const WIDEST = 120;
const SIZE_CELLS = 10;
const SHAPE_CELLS = 18;
const AGE_CELLS = 16;
/** From these widths on there is room for sizes, rows and columns, and times. */
const LEAST_WIDTH = { size: 34, shape: 54, age: 72 };

/** The screen in the room it has. */
export function openingView(state: State, { width, height }: Room): Line[] {
  const fault = faultLines(state, width);
  const above = fault.slice(0, Math.max(0, height - 3));
  const rows = rowsOf(state.opening);
  const listed = Math.max(0, height - above.length);
  // Without this the heading over the first thing to choose would be out of sight.
  const start = rows.cursor <= 1 ? 0 : windowStart(rows.cursor, rows.count, listed);
  const shown = Array.from({ length: Math.max(0, Math.min(listed, rows.count - start)) }, (_, index): Line => {
    const row = rows.at(start + index);
    return row === undefined ? [] : rowLine(row, state, Math.min(width, WIDEST));
  });
  return block([...above, ...shown], width, height);
}

/** Why the last table could not be opened. */
function faultLines({ failure, result }: State, width: number): Line[] {
  if (failure === null || result !== null) return [];
  return [...paragraph(failure, width, { alarm: true, bold: true }), ...paragraph(NEXT, width)];
}

function rowLine(row: Row, state: State, width: number): Line {
  switch (row.kind) {
    case "heading":
      return rule(line(row.text, { bold: true }), width);
    case "words":
      return line(`   ${row.text}`);
    case "item":
      return itemLine(row.item, state, width);
    default:
      return row satisfies never;
  }
}

function itemLine(item: Item, { opening }: State, width: number): Line {
  const inverse = item.key === opening.cursor;
  const { sizeBytes, shape, whenMs } = item;
  const size = sizeBytes === null ? "" : sizeWords(sizeBytes);
  const age = whenMs === null ? "" : agoWords(whenMs, opening.nowMs);
  const about = [
    ...(width < LEAST_WIDTH.size ? [] : [cell(size, SIZE_CELLS, { inverse }, "end")]),
    ...(width < LEAST_WIDTH.shape
      ? []
      : [cell(shape === null ? "" : shapeWords(shape), SHAPE_CELLS, { inverse }, "end")]),
    ...(width < LEAST_WIDTH.age ? [] : [cell(age, AGE_CELLS, { inverse }, "end")]),
  ];
  const room = Math.max(0, width - 3 - about.reduce((cells, each) => cells + each.cells, 0));
  return [
    span(inverse ? " ▸ " : "   ", { inverse }),
    ...fit(nameSpans(item, inverse), room).map((each) => styled(each, inverse)),
    ...about,
  ];
}

function nameSpans({ kind, name, folder }: Item, inverse: boolean): Span[] {
  switch (kind) {
    case "sample":
      return [span(name, { bold: true, inverse }), span(", built in", { inverse })];
    case "folder":
    case "parent":
      return [span(`${name}/`, { inverse })];
    case "table":
      return [span(name, { bold: true, inverse }), span(folder === null ? "" : `  ${folder}`, { inverse })];
    default:
      return kind satisfies never;
  }
}

function styled(each: Span, inverse: boolean): Span {
  return { ...each, style: { ...each.style, inverse } };
}
