import type { Film, FilmFrame, Places } from "../work/film/protocol.ts";
import { shop } from "./shop.ts";

const START: Places = { x: [10, 12, 90], y: [3, 3, 3] };
const SECOND: Places = { x: [10.6, 40.8, 91], y: [4, 16.6, 2.5] };
const LAST: Places = { x: [10.8, 50.5, 91], y: [3.8, 20.5, 2.5] };

/** The film of the shop's three groups, in which one customer changes; `run` is the one of `ready()`. */
export function shopFilm(change: Partial<Film> = {}): Film {
  const [income, visits] = shop.columns;
  if (income?.type !== "numeric" || visits?.type !== "numeric") throw new Error("expected numbers");
  return {
    ...{ run: 2, seed: 0, k: 3, rows: 11, every: 1, axes: { along: "columns", x: "Income", y: "Visits" } },
    ...{ x: income.values.slice(0, 11), y: visits.values.slice(0, 11), start: START, stride: 1 },
    steps: [
      { inertia: 100, shift: 40, moved: 11 },
      { inertia: 70, shift: 2, moved: 1 },
      { inertia: 65.6, shift: 0, moved: 0 },
    ],
    frames: [
      frame(1, START, SECOND, [0, 0, 1, 0, 0, 1, 1, 1, 1, 2, 2], []),
      frame(2, SECOND, LAST, [0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2], [2]),
      frame(3, LAST, LAST, [0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2], []),
    ],
    clusters: ["A", "B", "C"].map((letter, segment) => ({ slot: segment, letter, segment })),
    ...{ inertia: 65.6, best: 65.6, edited: false, converged: true },
    ...change,
  };
}

function frame(
  iteration: number,
  before: Places,
  after: Places,
  slots: readonly number[],
  changed: readonly number[],
): FilmFrame {
  const sizes = [0, 1, 2].map((slot) => slots.filter((each) => each === slot).length);
  return { iteration, before, after, slots: Uint16Array.from(slots), changed: Int32Array.from(changed), sizes };
}
