import { encodeLabels } from "./labels.ts";

/**
 * The adjusted Rand index of two labellings of the same rows (Hubert and Arabie 1985): 1 where they agree but for names,
 * about 0 where they agree as by chance.
 *
 * @throws KentroError INVALID_LABELS where labels are no whole numbers or not equally many
 */
export function adjustedRandIndex(labelsA: ArrayLike<number>, labelsB: ArrayLike<number>): number {
  const a = encodeLabels(labelsA, labelsA?.length);
  const b = encodeLabels(labelsB, labelsA.length);
  const together = new Map<number, number>();
  for (let row = 0; row < a.codes.length; row++) {
    const cell = a.codes[row] * b.k + b.codes[row];
    together.set(cell, (together.get(cell) ?? 0) + 1);
  }
  const both = pairs(together.values());
  const inA = pairs(a.sizes);
  const inB = pairs(b.sizes);
  const all = pairs([a.codes.length]);
  // One cluster, or one for each row, in both: they agree, and chance could not do otherwise.
  if (inA === inB && (inA === all || inA === 0)) return 1;
  const expected = (inA * inB) / all;
  return (both - expected) / ((inA + inB) / 2 - expected);
}

/** Pairs within groups of these sizes. */
function pairs(sizes: Iterable<number>): number {
  let count = 0;
  for (const size of sizes) count += (size * (size - 1)) / 2;
  return count;
}
