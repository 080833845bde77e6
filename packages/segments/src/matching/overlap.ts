import { optimalAssignment } from "./assignment.ts";

/** A segment's match among others of the same customers. */
export interface Match {
  /** Its index among the others. */
  readonly other: number;
  /** Customers in both over customers in either, 0 to 1. */
  readonly jaccard: number;
}

/**
 * Pairs the segments of two segmentations of the same customers, so that the Jaccard similarities of the pairs have the
 * greatest sum. Rows that either leaves out do not count.
 * @param labels for each row its segment of the one, -1 for none; `count` of them
 * @param others for each row its segment of the other; `otherCount` of them
 * @param least pairs less similar than this are not made, so that they cost no pair that is
 * @returns for each segment of the one; null where it has no match
 */
export function matchByOverlap(
  labels: Int32Array,
  count: number,
  others: Int32Array,
  otherCount: number,
  least: number,
): readonly (Match | null)[] {
  const both = Array.from({ length: count }, () => new Float64Array(otherCount));
  for (let row = 0; row < labels.length; row++) {
    const [own, other] = [labels[row]!, others[row]!];
    if (own >= 0 && other >= 0) both[own]![other]!++;
  }
  return matchByCounts(both, otherCount, least);
}

/**
 * The same as `matchByOverlap` where customers are counted already.
 * @param both for each segment of the one (a row) the customers it shares with each of the `otherCount` others
 */
export function matchByCounts(
  both: readonly ArrayLike<number>[],
  otherCount: number,
  least: number,
): readonly (Match | null)[] {
  const sizes = both.map(() => 0);
  const otherSizes = new Array<number>(otherCount).fill(0);
  for (const [own, shared] of both.entries()) {
    for (let other = 0; other < otherCount; other++) {
      sizes[own]! += shared[other]!;
      otherSizes[other]! += shared[other]!;
    }
  }
  const similarity = both.map((shared, own) =>
    Array.from({ length: otherCount }, (_, other) => {
      const n = shared[other]!;
      const jaccard = n === 0 ? 0 : n / (sizes[own]! + otherSizes[other]! - n);
      return jaccard < least ? 0 : jaccard;
    }),
  );
  const matches = new Array<Match | null>(both.length).fill(null);
  for (const [owns, theirs] of groups(similarity, otherCount)) {
    const pairs = optimalAssignment(owns.map((own) => theirs.map((other) => -similarity[own]![other]!)));
    for (const [i, j] of pairs.entries()) {
      const [own, other] = [owns[i]!, theirs[j] ?? -1];
      const jaccard = similarity[own]![other] ?? 0;
      if (jaccard > 0) matches[own] = { other, jaccard };
    }
  }
  return matches;
}

/**
 * The segments of both sides in groups that are similar to none outside: each is matched by itself, which takes far less
 * time than all together where few are similar.
 */
function groups(
  similarity: readonly (readonly number[])[],
  otherCount: number,
): readonly (readonly [number[], number[]])[] {
  const theirsOf = similarity.map((row) => row.flatMap((jaccard, other) => (jaccard > 0 ? [other] : [])));
  const ownsOf = Array.from({ length: otherCount }, (): number[] => []);
  for (const [own, theirs] of theirsOf.entries()) for (const other of theirs) ownsOf[other]!.push(own);
  const met = new Set<number>();
  const found: (readonly [number[], number[]])[] = [];
  for (const start of similarity.keys()) {
    if (met.has(start) || theirsOf[start]!.length === 0) continue;
    met.add(start);
    const owns = [start];
    const theirs = new Set<number>();
    // It grows while it is walked along.
    for (const own of owns) {
      for (const other of theirsOf[own]!) {
        if (theirs.has(other)) continue;
        theirs.add(other);
        for (const next of ownsOf[other]!) {
          if (met.has(next)) continue;
          met.add(next);
          owns.push(next);
        }
      }
    }
    found.push([owns.sort((x, y) => x - y), [...theirs].sort((x, y) => x - y)]);
  }
  return found;
}
