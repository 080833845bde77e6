/**
 * How much of each cluster one labeling finds again in another: the Jaccard similarity |A ∩ B| / |A ∪ B| with the cluster B
 * of the other that is most like it, 0 to 1. A cluster without rows has 0.
 * @param labels the cluster of each row, 0 to k - 1
 * @param others the other labeling of the same rows, 0 to otherK - 1
 * @returns one similarity for each of the k clusters
 */
export function bestJaccard(labels: Int32Array, k: number, others: Int32Array, otherK: number): Float64Array {
  const both = new Float64Array(k * otherK);
  const [own, other] = [new Float64Array(k), new Float64Array(otherK)];
  for (let row = 0; row < labels.length; row++) {
    const [a, b] = [labels[row]!, others[row]!];
    both[a * otherK + b]!++;
    own[a]!++;
    other[b]!++;
  }
  return Float64Array.from({ length: k }, (_, a) => {
    let best = 0;
    for (let b = 0; b < otherK; b++) {
      const shared = both[a * otherK + b]!;
      if (shared > 0) best = Math.max(best, shared / (own[a]! + other[b]! - shared));
    }
    return best;
  });
}
