import type { FeatureColumn } from "../columns/feature-column.ts";
import { newCategories } from "../drift/new-categories.ts";
import type { SavedFeature, SavedNumericFeature } from "../model/saved-feature.ts";
import type { PredictOptions, SegmentationModel } from "../model/segmentation-model.ts";
import type { Pace } from "../pace.ts";
import { inChunks } from "../preparation/chunks.ts";
import { modelColumns } from "../preparation/model-columns.ts";
import { LARGEST } from "../preparation/refusal.ts";
import type { Table } from "../table.ts";

/**
 * The segment of each row by an earlier model. A row that it leaves out has -1, and so has one that `predict` would
 * refuse, with a category that the model does not know or a number without a logarithm: new customers may have what
 * earlier ones had not, and say nothing of which segments are the same.
 * @throws SegmentsError UNKNOWN_COLUMN, AMBIGUOUS_COLUMN, NOT_NUMERIC, UNKNOWN_CATEGORY for a column that is of no category
 * at all
 */
export async function earlierLabels(
  model: SegmentationModel,
  table: Table,
  { threads, signal }: PredictOptions,
  pace: Pace,
): Promise<Int32Array> {
  const refused = new Uint8Array(table.rows);
  const columns: FeatureColumn[] = [];
  for (const [i, column] of modelColumns(model.recipe, table).entries()) {
    columns.push(await withoutRefused(column, model.recipe[i]!, refused, pace));
  }
  const work = { ...(threads !== undefined && { threads }), ...(signal !== undefined && { signal }) };
  const { labels } = await model.predict({ rows: table.rows, columns }, work);
  return labels.map((label, row) => (refused[row] === 1 ? -1 : label));
}

/** The column with the cells that the feature refuses missing, and their rows marked. */
async function withoutRefused(
  column: FeatureColumn,
  feature: SavedFeature,
  refused: Uint8Array,
  pace: Pace,
): Promise<FeatureColumn> {
  if (column.type === "text") {
    const unknown = newCategories(column, feature);
    if (!unknown?.includes(true)) return column;
    const codes = column.codes.slice();
    await inChunks(codes.length, pace, (from, to) => {
      for (let row = from; row < to; row++) {
        if (codes[row]! < 0 || unknown[codes[row]!] !== true) continue;
        codes[row] = -1;
        refused[row] = 1;
      }
    });
    return { ...column, codes };
  }
  if (feature.type !== "numeric") return column;
  const values = column.values.slice();
  await inChunks(values.length, pace, (from, to) => {
    for (let row = from; row < to; row++) {
      if (Number.isNaN(values[row]!) || takes(feature, values[row]!)) continue;
      values[row] = Number.NaN;
      refused[row] = 1;
    }
  });
  return { ...column, values };
}

function takes({ log, clip, center, spread, weight }: SavedNumericFeature, value: number): boolean {
  if (Math.abs(value) > LARGEST) return false;
  const clipped = clip === null ? value : Math.min(Math.max(value, clip.low), clip.high);
  const treated = log ? Math.log1p(clipped) : clipped;
  return Math.abs(((treated - center) / spread) * Math.sqrt(weight)) <= LARGEST;
}
