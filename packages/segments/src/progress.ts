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

function within(onProgress: OnSegmentProgress, start: number, end: number): OnSegmentProgress {
  return (progress) => {
    const { fraction } = progress;
    onProgress({ ...progress, fraction: fraction === null ? null : start + fraction * (end - start) });
  };
}
