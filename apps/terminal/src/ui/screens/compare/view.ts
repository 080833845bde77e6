import { wrapped } from "../../../text/wrapped.ts";
import type { State } from "../../state/state.ts";
import { beside, block, type Line, line, rule, span } from "../../text/line.ts";
import { paragraph } from "../../text/paragraph.ts";
import { windowStart } from "../../text/window.ts";
import type { Comparison } from "../../work/compare/protocol.ts";
import type { Room } from "../screen.ts";
import { crossHeight, crossLines, crossSentences } from "./cross-table.ts";
import { heightsOf, type Wish } from "./heights.ts";
import { nowLines } from "./now.ts";
import { comparisonOf, otherRuns, type Pair, pairOf } from "./pair.ts";
import type { Pane } from "./state.ts";
import { brief, flowWords, otherWords, runWords, verdict } from "./words.ts";

const ALONE =
  "There is one result so far; a second is compared with it. + and - change the number of segments at once; the screen Data (1) changes columns, scaling and more, and r runs that.";

/** In less there is room for the shortest words only. */
const LEAST_HEIGHT = 12;

/** A part of the screen: what it would like, and how it is drawn in what it gets. */
interface Part extends Wish {
  readonly draw: (width: number, height: number) => readonly Line[];
}

/** The screen in the room it has. */
export function compareView(state: State, { width, height, panes }: Room): Line[] {
  const pair = pairOf(state);
  if (pair === null) return block(paragraph(state.result === null ? "" : ALONE, width), width, height);
  const comparison = comparisonOf(state, pair);
  if (comparison === null) {
    return stacked(
      [runsPart(state, pair), wordsPart([state.compare.asked?.failure ?? "Comparing ..."], width)],
      width,
      height,
    );
  }
  const runs = runsPart(state, pair);
  const table = tablePart(state, pair, comparison);
  const now = nowPart(state, pair, comparison);
  if (panes !== "columns") {
    const said = wordsPart(height < LEAST_HEIGHT ? [brief(comparison)] : verdict(comparison, pair), width);
    return stacked([runs, said, table, flowsPart(state, pair, comparison, width), now], width, height);
  }
  const left = Math.floor((width - 1) / 2);
  const said = wordsPart(verdict(comparison, pair), left);
  const parts = stacked([runs, said, flowsPart(state, pair, comparison, left)], left, height);
  return block(beside(parts, stacked([table, now], width - 1 - left, height)), width, height);
}

function stacked(parts: readonly Part[], width: number, height: number): Line[] {
  const heights = heightsOf(parts, height);
  const lines = parts.flatMap(({ draw }, i) => block(draw(width, heights[i]!), width, heights[i]!));
  return block(lines, width, height);
}

function runsPart(state: State, { before, after }: Pair): Part {
  const others = otherRuns(state);
  const rows = others.map((other): Line => {
    const inverse = other === before;
    return [
      span(inverse ? "▸ " : "  ", { inverse }),
      span(runWords(other), { bold: true, inverse }),
      span(`  ${otherWords(other, after)}`, { inverse }),
    ];
  });
  const title = `${runWords(after)}, compared with`;
  const at = others.indexOf(before);
  return { ...ranked(state, "runs", 4), lines: 1 + rows.length, draw: listed(state, title, "runs", rows, at) };
}

function wordsPart(sentences: readonly string[], width: number): Part {
  const lines = sentences.flatMap((sentence) => paragraph(sentence, width));
  return { lines: lines.length, rank: 0, draw: () => lines };
}

function tablePart(state: State, pair: Pair, comparison: Comparison): Part {
  const { pane, row, left } = state.compare;
  const cursor = pane === "table" ? row : null;
  const title = "Rows: the other result. Columns: now. *: most of the row";
  return {
    ...{ ...ranked(state, "table", 2), lines: 1 + crossHeight(comparison) },
    draw: (width, height) => [
      heading(state, title, "table", width),
      ...(state.look.reader
        ? crossSentences(comparison, pair, cursor, height - 1)
        : crossLines(comparison, pair, { row: cursor, left }, width, height - 1)),
    ],
  };
}

function flowsPart(state: State, pair: Pair, comparison: Comparison, width: number): Part {
  const { pane, flow } = state.compare;
  const said = comparison.flows.map((each) => wrapped(flowWords(each, pair, comparison), width - 3, "  "));
  const lines = said.flatMap((texts, i) =>
    texts.map((text, part) => line(`${pane === "flows" && i === flow && part === 0 ? "▸ " : "  "}${text}`)),
  );
  const rows = lines.length === 0 ? [line("  Nobody: every customer is where they were.")] : lines;
  const at = said.slice(0, flow).reduce((sum, texts) => sum + texts.length, 0);
  const draw = listed(state, "Who moved", "flows", rows, at);
  return { ...ranked(state, "flows", 3), lines: 1 + rows.length, draw };
}

function nowPart(state: State, pair: Pair, comparison: Comparison): Part {
  const rows = nowLines(comparison, pair);
  const draw = (width: number, height: number): readonly Line[] => [
    heading(state, "Segments now, and what they were", null, width),
    ...rows.slice(0, height - 1),
  ];
  return { rank: 5, spare: true, lines: 1 + rows.length, draw };
}

function ranked({ compare }: State, pane: Pane, rank: number): Pick<Part, "rank"> {
  return { rank: compare.pane === pane ? 1 : rank };
}

/** A heading, and of the rows those around the cursor. */
function listed(state: State, title: string, pane: Pane, rows: readonly Line[], cursor: number): Part["draw"] {
  return (width, height) => {
    const start = windowStart(cursor, rows.length, height - 1);
    return [heading(state, title, pane, width), ...rows.slice(start, start + height - 1)];
  };
}

/** The pane that up and down move in has its title in inverse video, and a word for it where that is not seen. */
function heading({ compare, look }: State, title: string, pane: Pane | null, width: number): Line {
  const inverse = pane === compare.pane;
  const text = `${title}${inverse && look.reader ? " (here up and down move)" : ""}`;
  return rule([span(text, { bold: true, inverse })], width);
}
