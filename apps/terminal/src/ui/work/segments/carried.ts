import type { SegmentOptions, Table } from "@kentro/segments";
import { editSegments, matchByOverlap, type Naming, type Segmentation, SegmentsError } from "@kentro/segments";

/** A segment is the same as an earlier one where of the customers of either at least this part is in both. */
const SAME = 0.5;

/**
 * A segmentation with the names and notes that segments of earlier ones were given by hand, where they are the same still.
 * A name that another segment has already is not kept.
 * @param earlier where several say something of a segment, the first of them counts
 * @param options those that `found` was made with
 */
export async function carried(
  table: Table,
  found: Segmentation,
  earlier: readonly Segmentation[],
  options: SegmentOptions,
): Promise<Segmentation> {
  let kept = found;
  let waiting = namings(found, earlier);
  while (waiting.length > 0) {
    const refused: Naming[] = [];
    for (const naming of waiting) {
      try {
        kept = await editSegments(table, kept, [naming], options);
      } catch (error) {
        if (!(error instanceof SegmentsError)) throw error;
        refused.push(naming);
      }
    }
    // A name may be free as soon as the segment that has it is called by its own.
    if (refused.length === waiting.length) break;
    waiting = refused;
  }
  return kept;
}

/** What was said by hand of the earlier segments, of those that are the same now. */
function namings(found: Segmentation, earlier: readonly Segmentation[]): readonly Naming[] {
  const said = earlier.map((each) => saidOf(found, each));
  return found.segments.flatMap(({ id, letter: segment }): Naming[] => {
    const same = said.flatMap((each) => each[id] ?? []);
    const name = same.find(({ byHand }) => byHand?.name)?.name;
    const note = same.find(({ byHand }) => byHand?.note)?.note ?? null;
    return [
      ...(name === undefined ? [] : [{ type: "rename", segment, name } as const]),
      ...(note === null ? [] : [{ type: "note", segment, note } as const]),
    ];
  });
}

/** What is said of a segment. */
type Said = Segmentation["model"]["parts"]["segments"][number];

/** For each segment what is said of the earlier one that it is; null for one that is none of them. */
function saidOf(found: Segmentation, { k, labels, model }: Segmentation): readonly (Said | null)[] {
  const said = model.parts.segments;
  if (said.every(({ byHand }) => !byHand?.name && !byHand?.note)) return [];
  return matchByOverlap(found.labels, found.k, labels, k, SAME).map((match) => match && said[match.other]!);
}
