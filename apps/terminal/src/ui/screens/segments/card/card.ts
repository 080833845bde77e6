import type { Segment } from "@kentro/segments";
import type { State } from "../../../state/state.ts";
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
export function cardOf({ opened, result, segment: selected }: State): Card | null {
  const segment = result?.segmentation.segments[selected];
  if (opened === null || result === null || segment === undefined) return null;
  return {
    segment,
    rows: profileRows(segment, result.segmentation),
    facts: factsOf(segment, result, opened.table),
    suggestions: suggestionFacts(segment),
  };
}
