/** What one iteration of plain Lloyd did, and the means after it. */
interface PlainStep {
  readonly centroids: readonly (readonly number[])[];
  readonly inertia: number;
  readonly shift: number;
  readonly moved: number;
}

/** What plain Lloyd ends with. */
export interface PlainFit {
  readonly labels: readonly number[];
  readonly centroids: readonly (readonly number[])[];
  readonly inertia: number;
  readonly iterations: number;
  readonly converged: boolean;
  readonly sizes: readonly number[];
  readonly weightSums: readonly number[];
  readonly steps: readonly PlainStep[];
}

type Rows = readonly (readonly number[])[];

interface Assignment {
  readonly labels: number[];
  readonly squares: readonly number[];
  readonly inertia: number;
}

/**
 * Lloyd's algorithm as a textbook has it, with scikit-learn's rule for empty clusters: what the real one is held against.
 *
 * @param start given centroids
 */
export function plainLloyd(
  points: Rows,
  weights: readonly number[],
  start: Rows,
  { maxIterations, tolerance }: { readonly maxIterations: number; readonly tolerance: number },
): PlainFit {
  const leastShift = tolerance * meanVariance(points, weights);
  let centroids = start;
  let before: readonly number[] = [];
  let inertia = Number.POSITIVE_INFINITY;
  let converged = false;
  const steps: PlainStep[] = [];
  while (!converged && steps.length < maxIterations) {
    const assigned = assign(points, weights, centroids);
    const moved = assigned.labels.filter((label, row) => label !== before[row]).length;
    const filled = fillEmpty(assigned, weights, centroids.length);
    const means = meansOf(points, weights, assigned.labels, centroids);
    const shift = means.reduce((sum, mean, c) => sum + squaredDistance(mean, centroids[c]), 0);
    const falls = assigned.inertia < inertia;
    converged = assigned.inertia === 0 || (!filled && (moved === 0 || shift <= leastShift || !falls));
    centroids = means;
    before = assigned.labels;
    inertia = assigned.inertia;
    steps.push({ centroids, inertia, shift, moved });
  }
  let last = assign(points, weights, centroids);
  for (let round = 0; round < 10; round++) {
    const filled = { ...last, labels: [...last.labels] };
    if (!fillEmpty(filled, weights, centroids.length)) break;
    centroids = meansOf(points, weights, filled.labels, centroids);
    last = assign(points, weights, centroids);
  }
  const totals = (value: (row: number) => number) =>
    centroids.map((_, c) => last.labels.reduce((sum, label, row) => sum + (label === c ? value(row) : 0), 0));
  return {
    labels: last.labels,
    centroids,
    inertia: last.inertia,
    iterations: steps.length,
    converged,
    sizes: totals(() => 1),
    weightSums: totals((row) => weights[row]),
    steps,
  };
}

/** The index of the nearest centroid, the lowest where several are. */
export function nearest(
  point: ArrayLike<number>,
  centroids: Rows,
): { readonly label: number; readonly square: number } {
  let label = 0;
  let square = Number.POSITIVE_INFINITY;
  centroids.forEach((centroid, c) => {
    const own = squaredDistance(point, centroid);
    if (own < square) [label, square] = [c, own];
  });
  return { label, square };
}

export function squaredDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let column = 0; column < a.length; column++) sum += (a[column] - b[column]) ** 2;
  return sum;
}

function assign(points: Rows, weights: readonly number[], centroids: Rows): Assignment {
  const found = points.map((point) => nearest(point, centroids));
  return {
    labels: found.map(({ label }) => label),
    squares: found.map(({ square }) => square),
    inertia: found.reduce((sum, { square }, row) => sum + square * weights[row], 0),
  };
}

/** Gives the farthest rows to the empty clusters; says whether there were any. */
function fillEmpty({ labels, squares }: Assignment, weights: readonly number[], k: number): boolean {
  const occupied = new Set(labels.filter((_, row) => weights[row] > 0));
  const empty = Array.from({ length: k }, (_, c) => c).filter((c) => !occupied.has(c));
  const farthest = labels.map((_, row) => row).filter((row) => weights[row] > 0);
  farthest.sort((a, b) => squares[b] - squares[a] || a - b);
  empty.forEach((c, i) => {
    if (i < farthest.length) labels[farthest[i]] = c;
  });
  return empty.length > 0;
}

function meansOf(points: Rows, weights: readonly number[], labels: readonly number[], centroids: Rows): Rows {
  return centroids.map((centroid, c) => {
    let weight = 0;
    const sums = centroid.map(() => 0);
    points.forEach((point, row) => {
      if (labels[row] !== c) return;
      weight += weights[row];
      point.forEach((value, column) => {
        sums[column] += value * weights[row];
      });
    });
    return weight > 0 ? sums.map((sum) => sum / weight) : centroid;
  });
}

function meanVariance(points: Rows, weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const variances = points[0].map((_, column) => {
    const mean = points.reduce((sum, point, row) => sum + point[column] * weights[row], 0) / total;
    return points.reduce((sum, point, row) => sum + (point[column] - mean) ** 2 * weights[row], 0) / total;
  });
  return variances.reduce((sum, variance) => sum + variance, 0) / variances.length;
}
