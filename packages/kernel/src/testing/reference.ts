// Compiles as TypeScript and as AssemblyScript. The plain scalar reference that the kernels are held against.

/** The value as the precision holds it. Products and sums of two float32 may be rounded from their float64 ones. */
export function rounded(value: number, single: boolean): number {
  if (single) return Math.fround(value);
  return value;
}

/** Squared distance of a row to a centroid, column by column, every operation rounded to the precision. */
export function squaredDistance(
  points: Float64Array,
  row: i32,
  centroids: Float64Array,
  centroid: i32,
  columns: i32,
  single: boolean,
): number {
  let sum: number = 0;
  for (let column = 0; column < columns; column++) {
    const difference = rounded(points[row * columns + column] - centroids[centroid * columns + column], single);
    sum = rounded(sum + rounded(difference * difference, single), single);
  }
  return sum;
}

/** The lowest index among the nearest centroids. */
export function nearestCentroid(
  points: Float64Array,
  row: i32,
  centroids: Float64Array,
  k: i32,
  columns: i32,
  single: boolean,
): i32 {
  let best: i32 = 0;
  let lowest: number = Infinity;
  for (let centroid = 0; centroid < k; centroid++) {
    const distance = squaredDistance(points, row, centroids, centroid, columns, single);
    if (distance < lowest) {
      lowest = distance;
      best = centroid;
    }
  }
  return best;
}

/** Counts, weights and sums of every cluster, taken in full from the labels. */
export class Totals {
  /** Rows of each cluster, k. */
  readonly counts: Int32Array;
  /** Sum of the weights of each cluster, k. */
  readonly weightSums: Float64Array;
  /** Row-major, `k x columns`. */
  readonly sums: Float64Array;

  constructor(points: Float64Array, weights: Float64Array, labels: Int32Array, k: i32, columns: i32) {
    this.counts = new Int32Array(k);
    this.weightSums = new Float64Array(k);
    this.sums = new Float64Array(k * columns);
    for (let row = 0; row < labels.length; row++) {
      const label = labels[row];
      if (label < 0) continue;
      this.counts[label] += 1;
      this.weightSums[label] += weights[row];
      for (let column = 0; column < columns; column++) {
        this.sums[label * columns + column] += points[row * columns + column] * weights[row];
      }
    }
  }
}
