/** A number of samples in three. */
export interface Summary {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** Median and spread of at least one sample; the median of an even number is the mean of the middle two. */
export function summarize(samples: readonly number[]): Summary {
  if (samples.length === 0) throw new RangeError("Expected at least one sample, got none");
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median, least: sorted[0], most: sorted[sorted.length - 1] };
}
