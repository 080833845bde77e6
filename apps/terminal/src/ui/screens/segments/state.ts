import type { Axes } from "./axes.ts";

/** What the screen itself remembers. */
export interface SegmentsState {
  /** What lies along the sides of the scatter, null for the first two features. */
  readonly axes: Axes | null;
}

export const INITIAL_SEGMENTS: SegmentsState = { axes: null };
