import type { Grouping } from "../draft.ts";
import { SegmentsError } from "../error.ts";
import { NOTHING, type Said } from "../matching/inherit.ts";
import type { SegmentationModel } from "../model/segmentation-model.ts";
import type { Segmentation } from "../segmentation.ts";
import type { Table } from "../table.ts";

/** How many segments the search found, before what was edited after it. */
export function searchedK({ k, edits }: Pick<Segmentation, "k" | "edits">): number {
  return edits.reduce((k, { type }) => k + (type === "merge" ? 1 : type === "split" ? -1 : 0), k);
}

/** What the segments of a model are called, and what of that was said by hand. */
export function saidOf({ parts }: SegmentationModel): readonly Said[] {
  return parts.segments.map(({ letter, name, note, byHand = NOTHING }) => ({ letter, name, note, byHand }));
}

/**
 * A segmentation as the clusters that it is of.
 * @param rows the rows used of the table that it was made of
 * @throws SegmentsError `INVALID_OPTION` where other rows are used
 */
export function groupingOf(
  table: Table,
  { labels, model }: Pick<Segmentation, "labels" | "model">,
  rows: Int32Array,
): Grouping {
  const { kmeans, segments } = model.parts;
  const order = segments.map(({ cluster }) => cluster);
  const clusters = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) clusters[i] = order[labels[rows[i]!]!] ?? -1;
  if (labels.length !== table.rows || model.rows !== rows.length || clusters.includes(-1)) {
    const message = `Expected the table that the segmentation was made of, with the same options: it used ${model.rows} of ${labels.length} rows, now ${rows.length} of ${table.rows} are used.`;
    throw new SegmentsError("INVALID_OPTION", message);
  }
  return { kmeans, clusters, order, labels, said: saidOf(model) };
}
