import { counted } from "../../../text/number.ts";
import { wrapped } from "../../../text/wrapped.ts";
import type { State } from "../../state/state.ts";
import { beside, block, type Line, line, rule, span } from "../../text/line.ts";
import { paragraph } from "../../text/paragraph.ts";
import type { Film } from "../../work/film/protocol.ts";
import type { Room } from "../screen.ts";
import { falling } from "./falling.ts";
import { legend } from "./legend.ts";
import { filmPicture } from "./picture.ts";
import { reelLine, sidePane } from "./side.ts";
import type { Shown } from "./state.ts";
import { type FilmStep, stepAt } from "./steps.ts";
import { explained, headOf, numbersOf, story } from "./words.ts";

const LEAST_PICTURE = 8;
const LEAST_CHART = 6;
const SIDE = { one: 0, stacked: 30, columns: 44 } as const;
/** Lines of words over the picture. */
const WORDS = { one: { head: 2, text: 4 }, stacked: { head: 1, text: 2 }, columns: { head: 1, text: 2 } } as const;

/** What is said of a recording takes always as many lines as its longest words need. */
const LONGEST_RECORDING = 140;

/** K-means as it happens: what is done in words, the customers and their centroids, and the inertia falling. */
export function watchView(state: State, room: Room): Line[] {
  const { width, height } = room;
  const { shown } = state.watch;
  switch (shown.kind) {
    case "recording":
      return recording(state, shown, room);
    case "failed":
      return block([[], ...paragraph(shown.words, width)], width, height);
    case "film":
      return state.look.reader ? told(state, shown.film, room) : played(state, shown.film, room);
    default:
      return shown satisfies never;
  }
}

function recording(state: State, { steps }: Shown & { kind: "recording" }, { width, height }: Room): Line[] {
  const customers = counted(state.result?.segmentation.rows ?? 0, "customer");
  const words =
    steps.length === 0
      ? `K-means begins on ${customers} ...`
      : `K-means runs on ${customers}: iteration ${steps.length}, ${numbersOf(steps, steps.length)} ...`;
  const said = [[], ...block(paragraph(words, width), width, Math.max(2, Math.ceil(LONGEST_RECORDING / width))), []];
  if (state.look.reader || steps.length < 2 || height - said.length < LEAST_CHART) return block(said, width, height);
  return block([...said, ...falling(steps, steps.length, state.symbols, width, height - said.length)], width, height);
}

function played(state: State, film: Film, room: Room): Line[] {
  const { width, height, panes } = room;
  const step = stepAt(film, state.watch.at);
  const words = wordsOf(state, film, step, room);
  const rest = height - words.length;
  const side = SIDE[panes];
  if (rest < LEAST_PICTURE) return wordsAlone(state, film, step, width, height);
  if (side === 0) return block([...words, ...filmPicture(state, film, step, width, rest)], width, height);
  const picture = filmPicture(state, film, step, width - side - 1, rest);
  return block([...words, ...beside(picture, sidePane(state, film, step, side, rest))], width, height);
}

/** What happens, and the explanation, in always as many lines, so that nothing below jumps. */
function wordsOf(state: State, film: Film, step: FilmStep, { width, panes }: Room): Line[] {
  const { head: headLines, text: textLines } = WORDS[panes];
  const head = `${headOf(film, step)}, seed ${film.seed}`;
  const title =
    headLines === 1
      ? [rule([span(head, { bold: true })], width)]
      : block(paragraph(head, width, { bold: true }), width, headLines);
  const text = wrapped(explained(film, state.watch.at), width - 2);
  const kept = text.slice(0, textLines);
  if (text.length > textLines) kept[textLines - 1] += " …";
  const lines = kept.map((each) => line(` ${each}`));
  return [...title, ...block(lines, width, textLines)];
}

/** Where there is no room for a picture: the words, whole, and how large the clusters are. */
function wordsAlone(state: State, film: Film, step: FilmStep, width: number, height: number): Line[] {
  const said = [
    ...paragraph(headOf(film, step), width, { bold: true }),
    ...paragraph(explained(film, state.watch.at), width),
  ];
  const rest = height - said.length - 1;
  const segments = state.result?.segmentation.segments ?? [];
  const below = rest > film.k ? legend(film, step, segments, width, film.k + 1) : [];
  return block(
    [...block(said, width, height - 1 - below.length), ...below, reelLine(state, film, width)],
    width,
    height,
  );
}

/** For a screen reader: a sentence for each iteration, from the chosen one on. */
function told({ watch: { at } }: State, film: Film, { width, height }: Room): Line[] {
  const lines = story(film)
    .slice(at)
    .flatMap((sentence) => paragraph(sentence, width));
  return block(lines, width, height);
}
