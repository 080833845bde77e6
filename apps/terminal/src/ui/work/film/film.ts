import { type IterationRecord, kmeans } from "@kentro/core";
import { isRegrouping } from "@kentro/segments";
import type { Work } from "../desk.ts";
import { type Held, readTable, runOf } from "../held.ts";
import { clustersOf } from "./clusters.ts";
import { everyOf, oneOfEvery } from "./drawn-rows.ts";
import { framesOf, placesOf, placesOfPoints } from "./frames.ts";
import { planeOf } from "./plane.ts";
import type { FilmRequest } from "./protocol.ts";
import { reelOf } from "./reel.ts";
import { telling } from "./telling.ts";

/**
 * Runs plain k-means from one start on the points of a run, and answers with what it did: the record of that very run. It
 * tells its iterations as they are done.
 */
export async function film({ id, run, seed }: FilmRequest, held: Held, { signal, answer }: Work): Promise<void> {
  const { table } = readTable(held);
  const { found } = runOf(held, run);
  const { k } = found;
  const { points, rows } = await found.model.points(table, { signal });
  const reel = reelOf();
  const told = telling((steps) => answer({ type: "filmed", id, part: "recording", steps }));
  let start: Float64Array | null = null;
  const onIteration = ({ step, ...record }: IterationRecord): void => {
    reel.take(record);
    if (step === null) start = Float64Array.from(record.centroids.data);
    else told.take(step);
  };
  const fit = await kmeans(points, { k, search: "restarts", restarts: 1, seed, signal, onIteration });
  const every = everyOf(points, k);
  const plane = await planeOf(found.model.recipe, points, every, signal);
  const drawn = await oneOfEvery(points, every, signal);
  const clusters = clustersOf(found, rows, fit.labels, k);
  const { shots, stride } = reel.developed();
  const frames = await framesOf(drawn, shots, clusters, plane, signal);
  const first = placesOf(start ?? Float64Array.from(fit.centroids.data), k, plane);
  answer({
    ...{ type: "filmed", id, part: "film" },
    film: {
      ...{ run, seed, k, rows: points.rows, every, axes: plane.axes, ...placesOfPoints(drawn, plane) },
      ...{ steps: told.steps, start: first, frames, stride, clusters },
      ...{ inertia: fit.inertia, best: found.inertia, converged: fit.converged },
      edited: found.edits.some(isRegrouping),
    },
  });
}
