import type { Partials } from "@kentro/kernel";
import type { Prepared } from "../engine/prepare.ts";
import { KentroError } from "../errors.ts";
import { KMeansFit } from "../model/model.ts";
import type { Pace } from "../pace.ts";
import { countDistinctRows } from "../points/distinct.ts";
import { intoFrame, outOfFrame, squaredOutOfFrame } from "../points/frame.ts";
import { emptyClusters, fillEmpty, moveToMeans } from "./lloyd.ts";
import type { Found } from "./start.ts";

/**
 * A last assignment makes labels, sizes and inertia those of the centroids exactly as they are handed out: in the units of
 * the points, where taking them out of the engine's frame and in again may round.
 */
export async function fitOf(prepared: Prepared, { run, search }: Found, pace: Pace): Promise<KMeansFit> {
  const { engine, frame, matrix, precision } = prepared;
  const { columns } = matrix;
  const { centroids, partials } = await lastAssignment(prepared, run.centroids, pace);
  await requireDistances(prepared, partials, pace);
  const labels = new Int32Array(matrix.rows);
  await engine.labels(labels, pace);
  return new KMeansFit(
    {
      centroids: { data: centroids, rows: centroids.length / columns, columns },
      frame,
      precision,
      inertia: squaredOutOfFrame(partials.inertia, frame),
      iterations: run.history.length,
      converged: run.converged,
      sizes: Array.from(partials.counts),
      weightSums: Array.from(partials.weightSums),
    },
    labels,
    run.history.map(({ inertia, shift, moved }) => {
      return { inertia: squaredOutOfFrame(inertia, frame), shift: squaredOutOfFrame(shift, frame), moved };
    }),
    search,
    engine.report(),
  );
}

/**
 * Distinct rows can lie so near to each other, beside others far off, that their squared distances vanish. Then clusters
 * stay empty, or nothing is left of the inertia of rows that differ. Throws KentroError OUT_OF_RANGE.
 */
async function requireDistances({ matrix, weights }: Prepared, partials: Partials, pace: Pace): Promise<void> {
  const k = partials.counts.length;
  const vanished =
    emptyClusters(partials).length > 0 ||
    (partials.inertia === 0 && (await countDistinctRows(matrix, k + 1, weights, pace)) > k);
  if (!vanished) return;
  throw new KentroError(
    "OUT_OF_RANGE",
    "Expected distances between distinct rows that can be squared, but some vanish beside the largest values: round them, or leave out the extreme rows",
  );
}

/** Rounds of filling clusters that the last update left empty: each lowers the inertia, and one is nearly always enough. */
const MOST_ROUNDS = 10;

async function lastAssignment(
  { engine, frame }: Prepared,
  found: Float64Array,
  pace: Pace,
): Promise<{ readonly centroids: Float64Array; readonly partials: Partials }> {
  let inFrame = found;
  // A run of as many clusters is gone on with: whatever its labels, sums keep 106 bits of the rows that move.
  const k = found.length / engine.columns;
  if (engine.k !== k) engine.begin(k);
  for (let round = 0; ; round++) {
    const centroids = outOfFrame(inFrame, frame);
    const rounded = intoFrame(centroids, frame);
    const partials = await engine.step(rounded, pace);
    if (round === MOST_ROUNDS) return { centroids, partials };
    const filled = await fillEmpty(engine, rounded, partials, pace);
    if (!filled.any) return { centroids, partials };
    inFrame = new Float64Array(rounded.length);
    moveToMeans(filled.partials, rounded, inFrame);
  }
}
