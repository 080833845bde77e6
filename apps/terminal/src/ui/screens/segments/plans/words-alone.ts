import { counted, percent } from "../../../../text/number.ts";
import { wrapped } from "../../../../text/wrapped.ts";
import { kept } from "../../../kept.ts";
import type { State } from "../../../state/state.ts";
import { block, type Line, line } from "../../../text/line.ts";
import type { Card } from "../card/card.ts";
import { cardWords } from "../card/words.ts";
import type { Plan, Planned } from "./plan.ts";

/** Everything in sentences, for a screen reader: the segments, then the card of the selected one. */
export function wordsAlone({ state, card, width, height }: Planned): Plan {
  const lines = linesOf(state.result, card, width);
  const room = Math.max(1, lines.length > height ? height - 1 : height);
  const pages = Math.max(1, Math.ceil(lines.length / room));
  const turn = state.segments.page % pages;
  return {
    pages,
    draw: () => {
      const shown: Line[] = lines.slice(turn * room, (turn + 1) * room).map((each) => line(each));
      const place = pages < 2 ? [] : [line(`Page ${turn + 1} of ${pages}.`)];
      return block([...shown, ...place], width, height);
    },
  };
}

/** Kept, for the footer asks how many there are. */
const linesOf = kept((result: State["result"], card: Card, width: number): readonly string[] => {
  const list = (result?.segmentation.segments ?? []).map(({ letter, name, size, share, id }) => {
    const mark = id === card.segment.id ? "▸" : " ";
    return `${mark}${letter} ${name}, ${counted(size, "customer")}, ${percent(share)}.`;
  });
  return [...list, ...cardWords(card)].flatMap((words) => wrapped(words, width));
});
