import { groundOf } from "../ground.ts";
import type { Said } from "../matching/inherit.ts";
import { SegmentationModel } from "../model/segmentation-model.ts";
import { checkOptions, type SegmentOptions } from "../options.ts";
import { outcome } from "../outcome.ts";
import { Pace } from "../pace.ts";
import { within } from "../progress.ts";
import type { Segmentation } from "../segmentation.ts";
import { checkResamples } from "../stability/stability.ts";
import type { Table } from "../table.ts";
import { type Edit, isRegrouping, type Regrouping } from "./edit.ts";
import { groupingOf, saidOf, searchedK } from "./found.ts";
import { measured } from "./measured.ts";
import { renamed } from "./naming.ts";
import { regrouped, replay } from "./replay.ts";

/**
 * Goes on editing a segmentation. It is what `segment` makes of its edits and these, bit for bit, without searching again;
 * names and notes alone take no time, however many customers there are.
 * @param table the one that the segmentation was made of
 * @param options those that it was made with; their `edits` play no part
 * @throws SegmentsError `INVALID_EDIT`, and as `segment` does; the signal's reason where it is aborted
 * @example
 * const found = await segment(mall, mallPreset);
 * const edited = await editSegments(mall, found, [{ type: "merge", segments: ["B", "D"] }], mallPreset);
 * edited.headline; // "4 segments of 200 customers: 5 found by the elbow of the curve over k = 1 to 10, then B and D merged."
 */
export async function editSegments(
  table: Table,
  segmentation: Segmentation,
  edits: readonly Edit[],
  options: SegmentOptions = {},
): Promise<Segmentation> {
  const done = segmentation.edits.length;
  const all = [...segmentation.edits, ...edits];
  checkOptions({ ...options, edits: all });
  checkResamples(options.resamples);
  options.signal?.throwIfAborted();
  let said = saidOf(segmentation.model);
  for (const [i, edit] of edits.entries()) {
    if (isRegrouping(edit)) return await goOn(table, segmentation, said, edit, all, done + i, options);
    said = renamed(said, edit, done + i);
  }
  return calledAnew(segmentation, said, all);
}

/** All edits from a merge or a split on: the one of this index. */
async function goOn(
  table: Table,
  segmentation: Segmentation,
  said: readonly Said[],
  edit: Regrouping,
  edits: readonly Edit[],
  index: number,
  options: SegmentOptions,
): Promise<Segmentation> {
  const { elbow, structure, howMany } = segmentation;
  const pace = new Pace(options.signal);
  options.onProgress?.({ stage: "preparing", fraction: 0 });
  const ground = await groundOf(table, options, 1, pace);
  const { rows, points } = ground.prepared;
  const grouping = { ...groupingOf(table, segmentation, rows), said };
  // How long the edits take is not known: what comes after them takes longer.
  const editing = { ...options, onProgress: within(options.onProgress, 0, 0) };
  const first = await regrouped(ground, grouping, edit, index, editing, pace);
  const draft = await replay(ground, first, edits.slice(index + 1), index + 1, editing, pace);
  const known = await measured(points, draft, howMany, options, pace, options.onProgress);
  options.onProgress?.({ stage: "describing", fraction: 1 });
  return await outcome(ground, { k: searchedK(segmentation), structure, elbow }, { draft, edits, ...known }, pace);
}

/** The same segments by other names and notes. */
function calledAnew(segmentation: Segmentation, said: readonly Said[], edits: readonly Edit[]): Segmentation {
  const { parts } = segmentation.model;
  return {
    ...segmentation,
    segments: segmentation.segments.map((each, id) => ({ ...each, name: said[id]!.name, note: said[id]!.note })),
    edits,
    model: new SegmentationModel({ ...parts, segments: parts.segments.map((each, id) => ({ ...each, ...said[id]! })) }),
  };
}
