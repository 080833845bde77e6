import type { Pace } from "../pace.ts";
import { sum } from "../statistics/sum.ts";
import type { NumericColumn, TextColumn } from "../table.ts";
import { buckets } from "./buckets.ts";
import { countCategories } from "./categories.ts";

/**
 * The clusters in the order in which they are shown: the largest first, equal sizes by their means in the file's units,
 * feature by feature, ascending, then by their shares of categories. It depends on who is with whom, not on the order in which clusters or rows were met.
 * @param labels the cluster of each row used, 0 to k - 1
 * @returns for each place the cluster that stands there
 */
export async function showingOrder(
  features: readonly NumericColumn[],
  categories: readonly TextColumn[],
  rows: Int32Array,
  labels: Int32Array,
  k: number,
  pace: Pace,
): Promise<readonly number[]> {
  const sizes = new Int32Array(k);
  for (const label of labels) sizes[label]!++;
  const tied = new Set(sizes).size < k;
  const means: ArrayLike<number>[] = [];
  if (tied) {
    for (const { values } of features) means.push(await clusterMeans(values, rows, labels, k, pace));
    for (const column of categories) means.push(...clusterCounts(column, rows, labels, k));
  }
  return Array.from(sizes.keys()).sort((a, b) => {
    if (sizes[a] !== sizes[b]) return sizes[b]! - sizes[a]!;
    const apart = means.find((mean) => mean[a] !== mean[b]);
    return apart === undefined ? a - b : apart[a]! - apart[b]!;
  });
}

async function clusterMeans(
  values: Float64Array,
  rows: Int32Array,
  labels: Int32Array,
  k: number,
  pace: Pace,
): Promise<Float64Array> {
  const { values: sorted, starts } = await buckets(values, rows, labels, k, pace);
  return Float64Array.from({ length: k }, (_, cluster) => {
    const [from, to] = [starts[cluster]!, starts[cluster + 1]!];
    return from === to ? 0 : sum(sorted, from, to) / (to - from);
  });
}

/** For each value of the column, the most frequent first, how few customers of each cluster have it. */
function clusterCounts(column: TextColumn, rows: Int32Array, labels: Int32Array, k: number): readonly number[][] {
  const { values, segments } = countCategories(column, rows, labels, k);
  return values.map((_, i) => segments.map((count) => -count[i]!));
}
