import type { IterationRecord } from "@kentro/core";

/** So many iterations at the beginning, where most happens, have a frame each. */
export const FIRST_FRAMES = 30;

/** A film has no more frames than this: those after the first ones stand further apart instead. */
export const MOST_FRAMES = 100;

/** An iteration that has a frame, with the centroids (row-major) that it comes from. */
export interface Shot {
  readonly iteration: number;
  /** Those that the iteration before assigned by; null in the first. */
  readonly earlier: Float64Array | null;
  /** Those that it assigned by. */
  readonly before: Float64Array;
  /** Those that it ended with. */
  readonly after: Float64Array;
}

/** What is kept of the records of a run while it goes on. */
export interface Reel {
  take(record: Pick<IterationRecord, "iteration" | "centroids">): void;
  /** The frames so far, the last iteration among them, and every how many iterations there is one after the first ones. */
  developed(): { readonly shots: readonly Shot[]; readonly stride: number };
}

/** A reel that stays small, however many iterations come. */
export function reelOf(): Reel {
  let shots: Shot[] = [];
  let stride = 1;
  let last: Shot | null = null;
  let [earlier, before]: (Float64Array | null)[] = [null, null];
  const has = (iteration: number): boolean => {
    return iteration <= FIRST_FRAMES || (iteration - FIRST_FRAMES) % stride === 0;
  };
  return {
    take: ({ iteration, centroids }) => {
      const after = Float64Array.from(centroids.data);
      if (before) {
        last = { iteration, earlier: earlier ?? null, before, after };
        if (has(iteration)) shots.push(last);
      }
      [earlier, before] = [before, after];
      // The last iteration may need a place besides.
      if (shots.length < MOST_FRAMES) return;
      stride *= 2;
      shots = shots.filter((shot) => has(shot.iteration));
    },
    developed: () => {
      const ended = last === null || shots.at(-1) === last ? [] : [last];
      return { shots: [...shots, ...ended], stride };
    },
  };
}
