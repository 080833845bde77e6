import type { SegmentOptions, Table } from "@kentro/segments";
import { editSegments, matchByOverlap, type Naming, type Segmentation, SegmentsError } from "@kentro/segments";

/** A segment is the same as an earlier one where of the customers of either at least this part is in both. */
const SAME = 0.5;

/**
 * A segmentation with the names and notes that segments of an earlier one were given by hand, where they are the same still.
 * A name that another segment has already is not kept.
 * @param options those that `found` was made with
 */
export async function carried(
  table: Table,
  found: Segmentation,
  earlier: Segmentation,
  options: SegmentOptions,
): Promise<Segmentation> {
  let kept = found;
  for (const naming of namings(found, earlier)) {
    try {
      kept = await editSegments(table, kept, [naming], options);
    } catch (error) {
      if (!(error instanceof SegmentsError)) throw error;
    }
  }
  return kept;
}

/** What was said by hand of the earlier segments, of those that are the same now. */
function namings(found: Segmentation, earlier: Segmentation): Naming[] {
  const said = earlier.model.parts.segments;
  if (said.every(({ byHand }) => !byHand?.name && !byHand?.note)) return [];
  const matches = matchByOverlap(found.labels, found.k, earlier.labels, earlier.k, SAME);
  return found.segments.flatMap(({ id, letter: segment }): Naming[] => {
    const match = matches[id];
    if (!match) return [];
    const { name, note, byHand } = said[match.other]!;
    return [
      ...(byHand?.name ? [{ type: "rename", segment, name } as const] : []),
      ...(byHand?.note && note !== null ? [{ type: "note", segment, note } as const] : []),
    ];
  });
}
