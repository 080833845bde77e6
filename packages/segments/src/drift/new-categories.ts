import type { FeatureColumn } from "../columns/feature-column.ts";
import type { SavedFeature } from "../model/saved-feature.ts";
import type { Pace } from "../pace.ts";
import { inChunks } from "../preparation/chunks.ts";

/** For each code of a column of categories whether the model does not know it; null for a column of numbers. */
export function newCategories(column: FeatureColumn, feature: SavedFeature): readonly boolean[] | null {
  if (column.type !== "text" || feature.type !== "category") return null;
  const known = new Set(feature.categories);
  return column.categories.map((category) => !known.has(category));
}

/**
 * Those of the rows that have no category which the model does not know.
 * @param strange for each column what `newCategories` says of it
 */
export async function placedRows(
  columns: readonly FeatureColumn[],
  strange: readonly (readonly boolean[] | null)[],
  rows: Int32Array,
  pace: Pace,
): Promise<Int32Array> {
  let kept = rows;
  for (const [i, column] of columns.entries()) {
    const unknown = strange[i];
    if (column.type !== "text" || !unknown?.includes(true)) continue;
    const before = kept;
    const after = new Int32Array(before.length);
    let count = 0;
    await inChunks(before.length, pace, (from, to) => {
      for (let j = from; j < to; j++) {
        const code = column.codes[before[j]!]!;
        if (code < 0 || unknown[code] !== true) after[count++] = before[j]!;
      }
    });
    kept = after.slice(0, count);
  }
  return kept;
}
