import { bar } from "../../../text/bar.ts";
import type { State } from "../../state/state.ts";
import { type Line, span } from "../../text/line.ts";
import type { Film } from "../../work/film/protocol.ts";
import { endsTable } from "./ends.ts";
import { falling } from "./falling.ts";
import { legend } from "./legend.ts";
import { recordTable } from "./record.ts";
import { type FilmStep, stepsOf } from "./steps.ts";

const LEAST_CHART = 6;
const MOST_ENDS = 8;

/** Beside the picture: the inertia, what clusters become and, where there is room, the iterations and the starts watched. */
export function sidePane(state: State, film: Film, step: FilmStep, width: number, height: number): Line[] {
  const { ends } = state.watch;
  const iteration = step.kind === "start" ? 0 : step.frame.iteration;
  const segments = state.result?.segmentation.segments ?? [];
  const listed = Math.min(film.k + 1, Math.max(0, height - LEAST_CHART - 1));
  const rest = height - listed - 1;
  const ended =
    ends.length > 1 && rest - LEAST_CHART > 2 ? Math.min(rest - LEAST_CHART, MOST_ENDS, ends.length + 1) : 0;
  const half = Math.floor((rest - ended) / 2);
  const record = half >= LEAST_CHART ? Math.min(film.steps.length + 2, half) : 0;
  return [
    ...falling(film.steps, iteration, state.symbols, width, rest - record - ended),
    ...legend(film, step, segments, width, listed),
    ...(record > 0 ? recordTable(film.steps, iteration, width, record) : []),
    ...(ended > 0 ? endsTable(ends, film, width, ended) : []),
    reelLine(state, film, width),
  ];
}

/** Whether the film plays, and how far it is. */
export function reelLine({ watch: { at, playing } }: State, film: Film, width: number): Line {
  const last = stepsOf(film) - 1;
  const words = at >= last ? "ended" : playing ? "playing" : "paused";
  const label = ` ${words.padEnd(7)} `;
  const bars = Math.max(0, width - label.length - 1);
  return [span(label, { bold: true }), span(bar(last === 0 ? 1 : at / last, bars))];
}
