import type { Segment } from "@kentro/segments";
import type { Compared } from "./compared.ts";

/** A customer against its segment and everybody for a screen reader: a sentence for each column. */
export function readComparison(all: readonly Compared[], segment: Segment | null): string[] {
  return all.map(({ name, own, segment: mean, all: everybody, difference, away }) => {
    const where = segment === null || mean === "" ? [] : [`${segment.letter} ${mean}`];
    const overall = everybody === "" ? [] : [`everybody ${everybody}`];
    const far = away === null ? [] : [`${difference} standard deviations`];
    return [`${name} ${own}`, ...where, ...overall, ...far].join(", ");
  });
}
