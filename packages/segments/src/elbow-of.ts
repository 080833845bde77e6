import { elbowCurve } from "./clustering.ts";
import { checkOptions, type SegmentOptions } from "./options.ts";
import { Pace } from "./pace.ts";
import { prepare } from "./prepared.ts";
import type { FeatureElbow } from "./segmentation.ts";
import type { Table } from "./table.ts";

/**
 * The curve of inertia and silhouette over k = 1 to `kMax` for the features of a table, with the k where it bends.
 * @param options as for `segment`; `k` plays no part
 * @throws SegmentsError as `segment` does; KentroError for restarts, seed or threads out of range
 * @example
 * const { elbow } = await elbowOf(mall, mallPreset);
 * elbow.k; // 5
 */
export async function elbowOf(table: Table, options: SegmentOptions = {}): Promise<FeatureElbow> {
  checkOptions(options);
  options.onProgress?.({ stage: "preparing", fraction: 0 });
  const prepared = await prepare(table, options, 2, new Pace(options.signal));
  const { recipe, choice, scale, rows, leftOut, points, notes } = prepared;
  const elbow = await elbowCurve(points, options);
  const names = recipe.map(({ name }) => name);
  return { rowsRead: table.rows, rows: rows.length, features: names, choice, scale, elbow, leftOut, notes };
}
