import type { Progress } from "@kentro/core";

/**
 * How far a segmentation is: "preparing" before it, as clustering tells it, "stability" while customers are drawn again,
 * and "describing" at its end.
 */
export interface SegmentProgress extends Omit<Progress, "stage"> {
  readonly stage: "preparing" | Progress["stage"] | "stability" | "describing";
}

export type OnSegmentProgress = (progress: SegmentProgress) => void;

/** How the work is told of: clustering first, then how sure it is. Undefined where nobody listens. */
export interface ProgressParts {
  readonly clustering: OnSegmentProgress | undefined;
  readonly stability: OnSegmentProgress | undefined;
}

/**
 * Splits the telling of a whole between clustering and the resamples after it.
 * @param split what part of the whole clustering is about, 0 to 1
 */
export function progressParts(onProgress: OnSegmentProgress | undefined, split: number): ProgressParts {
  if (onProgress === undefined) return { clustering: undefined, stability: undefined };
  return { clustering: within(onProgress, 0, split), stability: within(onProgress, split, 1) };
}

/** Tells of a part of the work as what it is of the whole, from `start` to `end`. Undefined where nobody listens. */
export function within<T extends OnSegmentProgress | undefined>(onProgress: T, start: number, end: number): T;
export function within(onProgress: OnSegmentProgress | undefined, start: number, end: number) {
  if (onProgress === undefined) return undefined;
  return (progress: SegmentProgress) => {
    const { fraction } = progress;
    onProgress({ ...progress, fraction: fraction === null ? null : start + fraction * (end - start) });
  };
}
