import { type KMeansFit, type KMeansModel, kmeans, type Matrix } from "@kentro/core";
import { coreOptions } from "../clustering.ts";
import { distinctRows } from "../columns/distinct.ts";
import type { Clusters, Grouping } from "../draft.ts";
import { MOST_SEGMENTS } from "../model/limits.ts";
import type { SegmentOptions } from "../options.ts";
import type { Pace } from "../pace.ts";
import { rowsOf } from "../stability/rows-of.ts";
import { invalidEdit, placeOf } from "./check-edit.ts";
import type { Regrouping } from "./edit.ts";

/** Where k-means goes on from after an edit. */
interface Start {
  readonly centroids: Float64Array;
  /** For each cluster before the edit what became of it by the edit alone: another number, or two of a split. */
  readonly became: readonly (readonly number[])[];
}

/** Clusters after an edit. */
export interface Regrouped extends Clusters, Pick<Start, "became"> {
  readonly kmeans: KMeansFit;
}

/** What clusters are made of, and how. */
export interface Making {
  readonly points: Matrix;
  readonly options: Pick<SegmentOptions, "seed" | "restarts" | "threads" | "signal" | "onProgress">;
}

/**
 * Merges or splits segments, and goes on from there by plain Lloyd until labels repeat: it is k-means still, so a few other
 * customers may move.
 * @param index of the edit in its list, for what is said of it
 * @throws SegmentsError `INVALID_EDIT`
 */
export async function regroup(
  grouping: Grouping,
  edit: Regrouping,
  index: number,
  { points, options }: Making,
  pace: Pace,
): Promise<Regrouped> {
  const { kmeans: before, clusters, order } = grouping;
  const letters = grouping.said.map(({ letter }) => letter);
  const clusterOf = (letter: string): number => order[placeOf(letter, letters, edit, index)]!;
  const refuse = (why: string): never => {
    throw invalidEdit(edit, index, why);
  };
  let start: Start;
  if (edit.type === "merge") {
    const [one, other] = [clusterOf(edit.segments[0]), clusterOf(edit.segments[1])];
    if (one === other) refuse("a segment is merged with another one, not with itself.");
    start = merged(before, Math.min(one, other), Math.max(one, other));
  } else {
    const cluster = clusterOf(edit.segment);
    if (before.k === MOST_SEGMENTS) refuse(`there are ${MOST_SEGMENTS} segments, and no more may be.`);
    const members = rowsOf(points, rowsIn(clusters, cluster, before.sizes[cluster]!));
    if ((await distinctRows(members, 2, pace)) < 2) {
      refuse("its customers are all the same in what they are grouped by.");
    }
    start = split(before, cluster, await halves(members, options));
  }
  const { centroids, became } = start;
  const { restarts: _, ...once } = options;
  const [k, { columns }] = [centroids.length / points.columns, points];
  const init: Matrix = { data: centroids, rows: k, columns };
  const fit = await kmeans(points, { k, init, tolerance: 0, ...coreOptions(once) });
  return { kmeans: fit, clusters: fit.labels, became };
}

/** The mean of two centroids, weighted by their sizes, in the place of the first; those after the second move up. */
function merged({ k, centroids, sizes }: KMeansModel, one: number, other: number): Start {
  const { data, columns } = centroids;
  const [size, more] = [sizes[one]!, sizes[other]!];
  const merged = new Float64Array(data.length - columns);
  merged.set(data.subarray(0, other * columns));
  merged.set(data.subarray((other + 1) * columns), other * columns);
  for (let j = 0; j < columns; j++) {
    merged[one * columns + j] = (data[one * columns + j]! * size + data[other * columns + j]! * more) / (size + more);
  }
  const became = Array.from({ length: k }, (_, cluster) => {
    return [cluster === other ? one : cluster > other ? cluster - 1 : cluster];
  });
  return { centroids: merged, became };
}

/** The one half in the place of the whole, and the other behind all. */
function split({ k, centroids }: KMeansModel, cluster: number, halves: Matrix): Start {
  const { data, columns } = centroids;
  const split = new Float64Array(data.length + columns);
  split.set(data);
  split.set(halves.data.subarray(0, columns), cluster * columns);
  split.set(halves.data.subarray(columns), data.length);
  return { centroids: split, became: Array.from({ length: k }, (_, own) => (own === cluster ? [own, k] : [own])) };
}

async function halves(members: Matrix, options: Making["options"]): Promise<Matrix> {
  return (await kmeans(members, { k: 2, ...coreOptions(options) })).centroids;
}

function rowsIn(clusters: Int32Array, cluster: number, size: number): Int32Array {
  const rows = new Int32Array(size);
  let count = 0;
  for (let i = 0; i < clusters.length; i++) if (clusters[i] === cluster) rows[count++] = i;
  return rows;
}
