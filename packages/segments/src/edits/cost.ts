import type { SegmentOptions } from "../options.ts";
import { Pace } from "../pace.ts";
import { inChunks } from "../preparation/chunks.ts";
import type { Segmentation } from "../segmentation.ts";
import type { Table } from "../table.ts";
import { checkEdits, placeOf } from "./check-edit.ts";
import { costWords } from "./cost-words.ts";
import type { Regrouping } from "./edit.ts";
import { groupingOf } from "./found.ts";
import { regroup } from "./regroup.ts";

/** What a merge or a split would do. */
export interface EditCost {
  /** The inertia after it, in the scaled space. */
  readonly inertia: number;
  readonly before: number;
  /** Customers that would change company otherwise than by the edit itself. */
  readonly moved: number;
  /** Letters of the segments most of whose customers a merge would not hold: k-means parts them again. None for a split. */
  readonly leaving: readonly string[];
  /** All of it in a sentence. */
  readonly words: string;
}

/**
 * What a merge or a split would do to a segmentation, without doing it: the segments it makes are not described.
 * @param table the one that the segmentation was made of
 * @param options those that it was made with
 * @throws SegmentsError `INVALID_EDIT`; the signal's reason where it is aborted
 * @example
 * const found = await segment(mall, mallPreset);
 * const { words } = await editCost(mall, found, { type: "merge", segments: ["B", "D"] }, mallPreset);
 */
export async function editCost(
  table: Table,
  segmentation: Segmentation,
  edit: Regrouping,
  options: SegmentOptions = {},
): Promise<EditCost> {
  checkEdits([edit]);
  const pace = new Pace(options.signal);
  const { points, rows } = await segmentation.model.points(table, options);
  const grouping = groupingOf(table, segmentation, rows);
  const index = segmentation.edits.length;
  const letters = grouping.said.map(({ letter }) => letter);
  const { kmeans, clusters, became } = await regroup(grouping, edit, index, { points, options }, pace);
  const moved = new Int32Array(became.length);
  await inChunks(clusters.length, pace, (from, to) => {
    for (let i = from; i < to; i++) {
      const before = grouping.clusters[i]!;
      if (!became[before]!.includes(clusters[i]!)) moved[before]!++;
    }
  });
  const { inertia } = kmeans;
  const merged = edit.type === "merge" ? edit.segments : [];
  const leaving = merged.filter((letter) => {
    const cluster = grouping.order[placeOf(letter, letters, edit, index)]!;
    return moved[cluster]! * 2 > grouping.kmeans.sizes[cluster]!;
  });
  const cost = { inertia, before: segmentation.inertia, moved: moved.reduce((sum, each) => sum + each, 0), leaving };
  return { ...cost, words: costWords(edit, segmentation.segments, cost) };
}
