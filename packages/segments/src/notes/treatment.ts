import type { FeatureColumn } from "../columns/feature-column.ts";
import type { SavedFeature } from "../model/saved-feature.ts";
import type { Pace } from "../pace.ts";
import { inChunks } from "../preparation/chunks.ts";

/** How many values of the rows used were changed before scaling. */
export interface Treated {
  readonly feature: SavedFeature;
  /** Missing or unreadable ones that were replaced, or became a category of their own. */
  readonly replaced: number;
  /** Whether the column has unreadable ones. */
  readonly unreadable: boolean;
  readonly clipped: number;
}

/** Counts what a feature's recipe does to the rows used. */
export async function countTreated(
  feature: SavedFeature,
  column: FeatureColumn,
  rows: Int32Array,
  pace: Pace,
): Promise<Treated> {
  let [replaced, clipped] = [0, 0];
  const unreadable = column.type === "numeric" && column.unreadableCount > 0;
  if (feature.type === "category") {
    if (!feature.missing || column.type !== "text") return { feature, replaced, unreadable, clipped };
    await inChunks(rows.length, pace, (from, to) => {
      for (let i = from; i < to; i++) if (column.codes[rows[i]!]! < 0) replaced++;
    });
    return { feature, replaced, unreadable, clipped };
  }
  const { clip, missing } = feature;
  if ((clip === null && missing === null) || column.type !== "numeric")
    return { feature, replaced, unreadable, clipped };
  await inChunks(rows.length, pace, (from, to) => {
    for (let i = from; i < to; i++) {
      const value = column.values[rows[i]!]!;
      if (Number.isNaN(value)) replaced++;
      else if (clip !== null && (value < clip.low || value > clip.high)) clipped++;
    }
  });
  return { feature, replaced, unreadable, clipped };
}
