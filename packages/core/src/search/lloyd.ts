import type { Partials } from "@kentro/kernel";
import type { Engine } from "../engine/engine.ts";
import type { Pace } from "../pace.ts";

/** One iteration of a run, in the engine's frame. */
export interface Iteration {
  /** Sum of (weighted) squared distances to the centroids that the iteration began with. */
  readonly inertia: number;
  /** Squared distance that its update moved all centroids together. */
  readonly shift: number;
  /** Rows whose label changed. */
  readonly moved: number;
}

/** Where a run has come to. */
export interface Run {
  /** `k x columns`, in the engine's frame. */
  readonly centroids: Float64Array;
  /** Of the labels of the last assignment, around their new means. */
  readonly inertia: number;
  /** Whether it stopped by itself, and not because `maxIterations` were done. */
  readonly converged: boolean;
  readonly history: readonly Iteration[];
}

export interface Stop {
  readonly maxIterations: number;
  /** Squared shift of all centroids together, absolute, that ends a run; -1 for none but repeated labels. */
  readonly shift: number;
  /** Inertia that the run is to come below: where no such end is in sight, it is given up. */
  readonly goal?: number;
}

/** A run to be gone on with. */
export interface Begun {
  /** Its centroids, `k x columns`, in the engine's frame. */
  readonly centroids: Float64Array;
  /** The labels of its last assignment, or null where it is a new one. */
  readonly labels: Int32Array | null;
  /** Whether it goes on from the engine's last survey, of as many centroids. */
  readonly surveyed?: boolean;
  /** Whether its centroids are expected to be near their end. */
  readonly isNear?: boolean;
}

/**
 * Told of each iteration of a run.
 *
 * @param number    counted from 1
 * @param centroids those after it, `k x columns`, in the engine's frame; the run's own, and valid until its next step
 */
export type OnStep = (iteration: Iteration, number: number, centroids: Float64Array) => void;

const UNHEARD = (): void => {};

/**
 * Lloyd's algorithm (Lloyd 1982): assign every row to its nearest centroid, move every centroid to the mean of its rows,
 * until the shift is small enough, labels repeat, or inertia does not fall.
 *
 * @param begun what to begin with
 */
export async function lloyd(
  engine: Engine,
  begun: Begun,
  stop: Stop,
  pace: Pace,
  onIteration: OnStep = UNHEARD,
): Promise<Run> {
  const history: Iteration[] = [];
  let { centroids } = begun;
  let inertia = Number.POSITIVE_INFINITY;
  let converged = false;
  if (begun.surveyed) engine.resume();
  else engine.begin(centroids.length / engine.columns, begun.isNear);
  // Of the centroids of three steps in a row, the first are no longer needed.
  const turns = [new Float64Array(centroids.length), new Float64Array(centroids.length)];
  while (!converged && history.length < stop.maxIterations) {
    const step = begun.surveyed ? engine.stepChanged(centroids, pace) : engine.step(centroids, pace);
    const assigned = step instanceof Promise ? await step : step;
    const moved = history.length === 0 ? await movedSince(engine, begun, pace) : assigned.moved;
    // Nearly always none is empty, and a promise for each of very many small steps would take longer than they do.
    const filled =
      emptyClusters(assigned).length > 0
        ? await fillEmpty(engine, centroids, assigned, pace)
        : { partials: assigned, any: false };
    const means = turns[history.length % 2];
    const { shift, gain } = moveToMeans(filled.partials, centroids, means);
    const falls = assigned.inertia < inertia;
    // Falls become smaller: were all that are left as large as the last one, it would still end above the goal.
    const left = stop.maxIterations - history.length - 1;
    const hopeless =
      assigned.inertia - gain - left * (inertia - assigned.inertia) >= (stop.goal ?? Number.POSITIVE_INFINITY);
    // Inertia 0 with empty clusters: fewer rows differ than there are clusters, and none can be filled for good.
    converged = assigned.inertia === 0 || (!filled.any && (moved === 0 || shift <= stop.shift || !falls));
    inertia = assigned.inertia;
    centroids = means;
    history.push({ inertia, shift, moved });
    onIteration({ inertia, shift, moved }, history.length, centroids);
    if (hopeless) break;
    if (!filled.any && (converged || history.length === stop.maxIterations)) inertia = Math.max(0, inertia - gain);
  }
  return { centroids, inertia, converged, history };
}

/**
 * Rows whose label the first step of a run changed. All where centroids are not the means of the labels before: were those
 * of a survey to repeat beside a centroid that was exchanged, it would be no end.
 */
async function movedSince(engine: Engine, { labels }: Begun, pace: Pace): Promise<number> {
  return labels === null ? engine.rows : await differences(engine, labels, pace);
}

/** Rows whose label is another than it was: an engine begun anew counts every row as moved. */
async function differences(engine: Engine, before: Int32Array, pace: Pace): Promise<number> {
  const now = new Int32Array(engine.rows);
  await engine.labels(now, pace);
  let different = 0;
  for (let row = 0; row < now.length; row++) if (now[row] !== before[row]) different++;
  return different;
}

/** Clusters without a row of positive weight, ascending. */
export function emptyClusters({ counts, weightSums, weightSumsLow }: Partials): readonly number[] {
  const empty: number[] = [];
  for (let cluster = 0; cluster < counts.length; cluster++) {
    if (counts[cluster] === 0 || weightSums[cluster] + weightSumsLow[cluster] <= 0) empty.push(cluster);
  }
  return empty;
}

/**
 * Where clusters are empty, the rows farthest from their centroid move in, the farthest to the lowest empty index, ties
 * to the lowest row, as in scikit-learn.
 *
 * @param partials those of the assignment to `centroids`
 */
export async function fillEmpty(
  engine: Engine,
  centroids: Float64Array,
  partials: Partials,
  pace: Pace,
): Promise<{ readonly partials: Partials; readonly any: boolean }> {
  const empty = emptyClusters(partials);
  if (empty.length === 0) return { partials, any: false };
  const rows = await engine.farthest(centroids, empty.length, pace);
  let filled = partials;
  rows.forEach((row, index) => {
    filled = engine.relocate(row, empty[index]);
  });
  return { partials: filled, any: true };
}

/**
 * Moves centroids to the means of their clusters; one whose cluster weighs nothing stays where it is.
 *
 * @param from IN  `k x columns`
 * @param to   OUT `k x columns`
 * @returns how far they moved, squared and summed, and by how much that lowers the inertia of the labels as they are
 */
export function moveToMeans(
  { sums, sumsLow, weightSums, weightSumsLow }: Partials,
  from: Float64Array,
  to: Float64Array,
): { readonly shift: number; readonly gain: number } {
  const columns = from.length / weightSums.length;
  let shift = 0;
  let gain = 0;
  for (let cluster = 0, at = 0; cluster < weightSums.length; cluster++) {
    const weight = weightSums[cluster] + weightSumsLow[cluster];
    let squared = 0;
    for (let column = 0; column < columns; column++, at++) {
      const mean = weight > 0 ? (sums[at] + sumsLow[at]) / weight : from[at];
      to[at] = mean;
      squared += (mean - from[at]) ** 2;
    }
    shift += squared;
    gain += squared * weightSums[cluster];
  }
  return { shift, gain };
}
