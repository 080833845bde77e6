/** What one step over all rows gives the driver, in the space of the points as they were written. */
export interface Partials {
  /** Rows of each cluster, k. */
  readonly counts: Int32Array;
  /** Sum of the weights of each cluster, k; the counts where rows have no weights. */
  readonly weightSums: Float64Array;
  /** What rounding took from `weightSums`. */
  readonly weightSumsLow: Float64Array;
  /** (Weighted) sum of the points of each cluster, `k x columns`. */
  readonly sums: Float64Array;
  /** What rounding took from `sums`: the true sum is the sum of both. */
  readonly sumsLow: Float64Array;
  /** (Weighted) sum of squared distances to the centroids that the step was given. */
  inertia: number;
  /** Rows whose label changed. */
  moved: number;
}

export function createPartials(k: number, columns: number): Partials {
  return {
    counts: new Int32Array(k),
    weightSums: new Float64Array(k),
    weightSumsLow: new Float64Array(k),
    sums: new Float64Array(k * columns),
    sumsLow: new Float64Array(k * columns),
    inertia: 0,
    moved: 0,
  };
}

/** Sets the pair at `index` to the unevaluated sum `high + low`, normalized. */
export function setPair(highs: Float64Array, lows: Float64Array, index: number, high: number, low: number): void {
  highs[index] = high + low;
  lows[index] = low - (highs[index] - high);
}

/** Adds the unevaluated sum `high + low` to the pair at `index`, and leaves that pair normalized (Dekker 1971). */
export function addPair(highs: Float64Array, lows: Float64Array, index: number, high: number, low: number): void {
  const before = highs[index];
  const sum = before + high;
  const part = sum - before;
  const rest = before - (sum - part) + (high - part) + (lows[index] + low);
  highs[index] = sum + rest;
  lows[index] = rest - (highs[index] - sum);
}
