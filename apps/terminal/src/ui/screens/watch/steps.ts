import type { Film, FilmFrame } from "../../work/film/protocol.ts";

/** A step of the film, the smallest that is shown: where it starts, customers joining centroids, centroids moving. */
export type FilmStep =
  | { readonly kind: "start" }
  | { readonly kind: "join"; readonly frame: FilmFrame; readonly index: number }
  | { readonly kind: "move"; readonly frame: FilmFrame; readonly index: number };

/** How many steps a film has. */
export function stepsOf({ frames }: Pick<Film, "frames">): number {
  return 1 + 2 * frames.length;
}

/** A step by its number, the nearest where there is none. `index` is that of its frame. */
export function stepAt({ frames }: Pick<Film, "frames">, at: number): FilmStep {
  const index = Math.min(frames.length, Math.max(0, Math.ceil(at / 2))) - 1;
  const frame = frames[index];
  if (frame === undefined) return { kind: "start" };
  return { kind: at % 2 === 1 ? "join" : "move", frame, index };
}

/** The first steps stand longer, to be read; those of a long film not so long. */
const FIRST_STEPS = 3;
const FIRST_MS = 2400;
const LONGEST_MS = 600;
const SHORTEST_MS = 150;
const WHOLE_MS = 30_000;

/** How long a step stands before the next one comes. */
export function standingMs(film: Pick<Film, "frames">, at: number): number {
  if (at < FIRST_STEPS) return FIRST_MS;
  return Math.min(LONGEST_MS, Math.max(SHORTEST_MS, Math.round(WHOLE_MS / stepsOf(film))));
}
