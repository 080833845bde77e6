import { type KMeansFit, kmeans, type Matrix } from "@kentro/core";
import { SEED, workOptions } from "../clustering.ts";
import { distinctRows } from "../columns/distinct.ts";
import type { Clusters, Grouping } from "../draft.ts";
import { MOST_SEGMENTS } from "../model/limits.ts";
import type { SegmentOptions } from "../options.ts";
import type { Pace } from "../pace.ts";
import { rowsOf } from "../stability/rows-of.ts";
import { invalidEdit, placeOf } from "./check-edit.ts";
import type { Regrouping } from "./edit.ts";

/** Clusters after an edit. */
export interface Regrouped extends Clusters {
  readonly kmeans: KMeansFit;
  /** For each cluster before the edit what became of it by the edit alone: another number, or two of a split. */
  readonly became: readonly (readonly number[])[];
}

/** What clusters are made of, and how. */
export interface Making {
  readonly points: Matrix;
  readonly options: Pick<SegmentOptions, "seed" | "restarts" | "threads" | "signal">;
}

/**
 * Merges or splits segments, and goes on from there by plain Lloyd until labels repeat: it is k-means still, so a few other
 * customers may move.
 * @param index of the edit in its list, for what is said of it
 * @throws SegmentsError `INVALID_EDIT`
 */
export async function regroup(
  grouping: Pick<Grouping, keyof Clusters | "order" | "said">,
  edit: Regrouping,
  index: number,
  { points, options }: Making,
  pace: Pace,
): Promise<Regrouped> {
  const { kmeans: before, order } = grouping;
  const letters = grouping.said.map(({ letter }) => letter);
  const clusterOf = (letter: string): number => order[placeOf(letter, letters, edit, index)]!;
  const became = Array.from({ length: before.k }, (_, cluster) => [cluster]);
  let centroids: Float64Array;
  if (edit.type === "merge") {
    const [one, other] = edit.segments.map(clusterOf).sort((a, b) => a - b) as [number, number];
    if (one === other) throw invalidEdit(edit, index, "a segment is merged with another one, not with itself.");
    centroids = merged(before, one, other);
    for (let cluster = other; cluster < before.k; cluster++) became[cluster] = [cluster === other ? one : cluster - 1];
  } else {
    if (before.k === MOST_SEGMENTS)
      throw invalidEdit(edit, index, `there are ${MOST_SEGMENTS} segments, and no more may be.`);
    const cluster = clusterOf(edit.segment);
    const members = rowsOf(points, rowsIn(grouping.clusters, cluster, before.sizes[cluster]!));
    if ((await distinctRows(members, 2, pace)) < 2) {
      throw invalidEdit(edit, index, "its customers are all the same in what they are grouped by.");
    }
    became[cluster]!.push(before.k);
    centroids = split(before.centroids, cluster, await halves(members, options));
  }
  const init: Matrix = { data: centroids, rows: centroids.length / points.columns, columns: points.columns };
  const { seed = SEED } = options;
  const fit = await kmeans(points, { k: init.rows, init, seed, tolerance: 0, ...workOptions(options) });
  return { kmeans: fit, clusters: fit.labels, became };
}

/** All centroids with the mean of the two, weighted by their sizes, in the place of the first. */
function merged({ centroids, sizes }: Clusters["kmeans"], one: number, other: number): Float64Array {
  const { data, columns } = centroids;
  const [size, more] = [sizes[one]!, sizes[other]!];
  const merged = new Float64Array(data.length - columns);
  merged.set(data.subarray(0, other * columns));
  merged.set(data.subarray((other + 1) * columns), other * columns);
  for (let j = 0; j < columns; j++) {
    merged[one * columns + j] = (data[one * columns + j]! * size + data[other * columns + j]! * more) / (size + more);
  }
  return merged;
}

/** All centroids with the one half in the place of the whole, and the other at the end. */
function split({ data, columns }: Matrix, cluster: number, halves: Matrix): Float64Array {
  const split = new Float64Array(data.length + columns);
  split.set(data);
  split.set(halves.data.subarray(0, columns), cluster * columns);
  split.set(halves.data.subarray(columns), data.length);
  return split;
}

async function halves(members: Matrix, options: Making["options"]): Promise<Matrix> {
  const { seed = SEED, restarts } = options;
  const fit = await kmeans(members, {
    k: 2,
    seed,
    ...(restarts !== undefined && { restarts }),
    ...workOptions(options),
  });
  return fit.centroids;
}

function rowsIn(clusters: Int32Array, cluster: number, size: number): Int32Array {
  const rows = new Int32Array(size);
  let count = 0;
  for (let i = 0; i < clusters.length; i++) if (clusters[i] === cluster) rows[count++] = i;
  return rows;
}
