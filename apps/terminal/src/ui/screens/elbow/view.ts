import type { State } from "../../state/state.ts";
import { beside, block, type Line, span } from "../../text/line.ts";
import type { Room } from "../screen.ts";
import { elbowPicture } from "./picture.ts";
import { pointsShown } from "./points.ts";
import { elbowTable, TABLE_WIDTH } from "./table.ts";
import { wordLines } from "./words.ts";

const LEAST_TABLE = 5;
const LEAST_PICTURE = 8;
const MOST_WORDS = 6;

/** How many segments, and why: the reason in words, the curve, and the table beside it. */
export function elbowView(state: State, { width, height, panes }: Room): Line[] {
  const words = wordLines(state, width);
  if (pointsShown(state).length === 0) return block([[], ...words], width, height);
  if (panes === "one") return onePane(state, words, width, height);
  const said = words.slice(0, Math.max(0, Math.min(MOST_WORDS, height - LEAST_TABLE)));
  if (said.length < words.length) said.push([...(said.pop() ?? []), span(" …")]);
  const rest = height - said.length;
  const below = state.look.reader ? elbowTable(state, width, rest) : sideBySide(state, width, rest);
  return block([...said, ...below], width, height);
}

function sideBySide(state: State, width: number, height: number): Line[] {
  const right = Math.min(TABLE_WIDTH, Math.floor(width * 0.6));
  return beside(elbowPicture(state, width - right - 1, height), elbowTable(state, right, height));
}

/** One of table, curve and words; where it is high, the words over the curve over the table. */
function onePane(state: State, words: readonly Line[], width: number, height: number): Line[] {
  const table = pointsShown(state).length + 3;
  const { pane, top } = state.elbow;
  const drawn = state.look.reader ? 0 : height - words.length - table;
  if (drawn >= LEAST_PICTURE) {
    const below = [...elbowPicture(state, width, drawn), ...elbowTable(state, width, table)];
    return block([...words, ...below], width, height);
  }
  if (pane === "words") return block(words.slice(Math.min(top, Math.max(0, words.length - height))), width, height);
  if (pane === "curve" && !state.look.reader) return elbowPicture(state, width, height);
  const said = height >= words.length + table ? words : [];
  return block([...said, ...elbowTable(state, width, height - said.length)], width, height);
}
