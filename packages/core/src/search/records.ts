import type { Prepared } from "../engine/prepare.ts";
import type { OnIteration } from "../iteration.ts";
import type { Pace } from "../pace.ts";
import { outOfFrame, squaredUnits } from "../points/frame.ts";
import type { Iteration } from "./lloyd.ts";

/** Where the run of a start is, in the engine's frame; the centroids are the run's own, and valid until its next step. */
export interface Position {
  readonly restart: number;
  readonly iteration: number;
  readonly centroids: Float64Array;
  /** Null at the start. */
  readonly step: Iteration | null;
}

/** Hands a caller the records of runs in the units of the points, and stops where it aborts upon one. */
export function recordsFor(
  { frame, matrix }: Prepared,
  onIteration: OnIteration | undefined,
  pace: Pace,
): ((position: Position) => void) | undefined {
  if (onIteration === undefined) return undefined;
  const { columns } = matrix;
  return ({ centroids, step, ...position }) => {
    const data = outOfFrame(centroids, frame);
    onIteration({
      ...position,
      centroids: { data, rows: data.length / columns, columns },
      step: step && {
        inertia: squaredUnits(step.inertia, frame),
        shift: squaredUnits(step.shift, frame),
        moved: step.moved,
      },
    });
    pace.check();
  };
}
