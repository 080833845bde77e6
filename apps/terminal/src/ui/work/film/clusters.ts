import { freshLetters, matchByOverlap, type Segmentation } from "@kentro/segments";
import type { FilmCluster } from "./protocol.ts";

/** Of the customers in either of them: a cluster that shares less with a segment is another one. */
const LEAST_SHARED = 0.5;

/**
 * The clusters that a film ends with, each with letter and color of the segment that it is, or with its own.
 * @param rows the row of each point
 * @param labels the cluster of each point, of `k`
 */
export function clustersOf(
  { segments, labels: found }: Pick<Segmentation, "segments" | "labels">,
  rows: Int32Array,
  labels: Int32Array,
  k: number,
): readonly FilmCluster[] {
  const others = new Int32Array(rows.length);
  for (let point = 0; point < rows.length; point++) others[point] = found[rows[point]!]!;
  const letters = freshLetters(new Set(segments.map(({ letter }) => letter)));
  return matchByOverlap(labels, k, others, segments.length, LEAST_SHARED).map((match, cluster) => {
    const segment = match === null ? undefined : segments[match.other];
    if (segment !== undefined) return { slot: segment.id, letter: segment.letter, segment: segment.id };
    return { slot: segments.length + cluster, letter: letters.next().value, segment: null };
  });
}
