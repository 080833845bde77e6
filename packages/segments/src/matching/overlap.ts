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
  const sizes = new Float64Array(count);
  const otherSizes = new Float64Array(otherCount);
  for (let row = 0; row < labels.length; row++) {
    const [own, other] = [labels[row]!, others[row]!];
    if (own < 0 || other < 0) continue;
    both[own]![other]!++;
    sizes[own]!++;
    otherSizes[other]!++;
  }
  const similarity = both.map((shared, own) => {
    return Array.from(shared, (n, other) => {
      const jaccard = n === 0 ? 0 : n / (sizes[own]! + otherSizes[other]! - n);
      return jaccard < least ? 0 : jaccard;
    });
  });
  const pairs = optimalAssignment(similarity.map((row) => row.map((jaccard) => -jaccard)));
  return pairs.map((other, own) => {
    const jaccard = similarity[own]![other] ?? 0;
    return jaccard === 0 ? null : { other, jaccard };
  });
}
