/**
 * The adjusted Rand index (Hubert and Arabie 1985) of two partitions from their cross table: what `adjustedRandIndex` of
 * @kentro/core says of their labels, without another walk over the rows.
 */
export function agreementOf(counts: readonly (readonly number[])[]): number {
  const inRows = counts.map(sum);
  const inColumns = (counts[0] ?? []).map((_, column) => sum(counts.map((row) => row[column]!)));
  const both = pairs(counts.flat());
  const [before, after, all] = [pairs(inRows), pairs(inColumns), pairs([sum(inRows)])];
  // One segment, or one for each customer, in both: they agree, and chance could not do otherwise.
  if (before === after && (before === all || before === 0)) return 1;
  const expected = (before * after) / all;
  return (both - expected) / ((before + after) / 2 - expected);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Pairs within groups of these sizes. */
function pairs(sizes: readonly number[]): number {
  return sum(sizes.map((size) => (size * (size - 1)) / 2));
}
