import type { Segment } from "@kentro/segments";
import { kept } from "../../../kept.ts";
import type { Opened, State } from "../../../state/state.ts";
import type { Result } from "../../../work/protocol.ts";
import { type Fact, factsOf, suggestionFacts } from "./facts.ts";
import { type ProfileRow, profileRows } from "./rows.ts";

/** All that is told of the selected segment. */
export interface Card {
  readonly segment: Segment;
  readonly rows: readonly ProfileRow[];
  readonly facts: readonly Fact[];
  readonly suggestions: readonly Fact[];
}

/** The card of the selected segment; null where there is none. */
export function cardOf({ opened, result, segment }: State): Card | null {
  return opened === null || result === null ? null : cardOfSegment(opened.table, result, segment);
}

/** Kept, for the footer asks for it too, and 300 columns take a while. */
const cardOfSegment = kept((table: Opened["table"], result: Result, selected: number): Card | null => {
  const segment = result.segmentation.segments[selected];
  if (segment === undefined) return null;
  return {
    segment,
    rows: profileRows(segment, result.segmentation),
    facts: factsOf(segment, result, table),
    suggestions: suggestionFacts(segment),
  };
});
