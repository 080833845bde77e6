import { type Motion, target } from "../../state/move.ts";
import type { State } from "../../state/state.ts";
import { nextAxis } from "./picture/axes.ts";

/** The state after the selection has moved. */
export function movedSegments(state: State, motion: Motion, page: number): State {
  return { ...state, segment: target(motion, state.segment, state.result?.segmentation.segments.length ?? 0, page) };
}

/** The next or the previous segment, round and round. */
export function turned(state: State, by: 1 | -1): State {
  const segments = state.result?.segmentation.segments.length ?? 0;
  return segments === 0 ? state : { ...state, segment: (state.segment + by + segments) % segments };
}

/** The scatter of two columns, or of the two principal components. */
export function withOtherPicture(state: State): State {
  const along = state.segments.along === "columns" ? "components" : "columns";
  return { ...state, segments: { ...state.segments, along } };
}

/** The next page of the card. */
export function turnedPage(state: State): State {
  return { ...state, segments: { ...state.segments, page: state.segments.page + 1 } };
}

/** Another column along one side of the scatter. */
export function withNextAxis(state: State, axis: "x" | "y"): State {
  return { ...state, segments: { ...state.segments, along: "columns", axes: nextAxis(state, axis) } };
}
