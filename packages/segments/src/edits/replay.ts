import { type Draft, drafted, type Grouping } from "../draft.ts";
import type { Ground } from "../ground.ts";
import type { SegmentOptions } from "../options.ts";
import type { Pace } from "../pace.ts";
import { type Edit, isRegrouping, type Regrouping } from "./edit.ts";
import { renamed } from "./naming.ts";
import { regroup } from "./regroup.ts";

/** Segments as they are after edits. `from` counts the edits done before. */
export async function replay(
  ground: Ground,
  draft: Draft,
  edits: readonly Edit[],
  from: number,
  options: SegmentOptions,
  pace: Pace,
): Promise<Draft> {
  let edited = draft;
  for (const [i, edit] of edits.entries()) {
    edited = isRegrouping(edit)
      ? await regrouped(ground, edited, edit, from + i, options, pace)
      : { ...edited, said: renamed(edited.said, edit, from + i) };
  }
  return edited;
}

/** Segments after a merge or a split: in their new order, with what was said of them by hand where they are the same still. */
export async function regrouped(
  ground: Ground,
  grouping: Grouping,
  edit: Regrouping,
  index: number,
  options: SegmentOptions,
  pace: Pace,
): Promise<Draft> {
  const { points } = ground.prepared;
  const clusters = await regroup(grouping, edit, index, { points, options }, pace);
  return await drafted(ground, clusters, grouping, pace);
}
