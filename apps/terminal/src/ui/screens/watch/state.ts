import type { ScreenName } from "../../state/state.ts";
import type { Film } from "../../work/film/protocol.ts";

/** What the screen itself remembers. */
export interface WatchState {
  /** Where Esc goes back to. */
  readonly from: ScreenName;
  /** The film that was asked for last. */
  readonly asked: { readonly id: number; readonly run: number; readonly seed: number } | null;
  readonly shown: Shown;
  /** Where the starts of the run ended that were watched, the last at the end. */
  readonly ends: readonly End[];
  /** The step of the film that is shown: 0 are the starting centroids, then two for each frame. */
  readonly at: number;
  readonly playing: boolean;
  /** The timer that is to ring next, null where none is. */
  readonly timer: number | null;
}

/** How a start ended. */
export interface End {
  readonly run: number;
  readonly seed: number;
  readonly inertia: number;
}

/** What there is of the film: its iterations as they are done, the whole of it, or why there is none. */
export type Shown =
  | { readonly kind: "recording"; readonly steps: Film["steps"] }
  | { readonly kind: "film"; readonly film: Film }
  | { readonly kind: "failed"; readonly words: string };

export const NOTHING_RECORDED: Shown = { kind: "recording", steps: [] };

export const INITIAL_WATCH: WatchState = {
  ...{ from: "segments", asked: null, shown: NOTHING_RECORDED, ends: [], at: 0, playing: true, timer: null },
};
