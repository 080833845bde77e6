import { addProducts, covarianceOf } from "./elbow/sample.ts";
import { eigenvectors } from "./elbow/symmetric.ts";
import { requireWhole, type WorkOptions } from "./options.ts";
import { Pace } from "./pace.ts";
import { findExtent, type Matrix, type Points, toMatrix } from "./points/matrix.ts";

/** The directions along which points vary most. */
export interface PrincipalComponents {
  /** A row for each component, a column for each column of the points, of length 1; the largest part of each is positive. */
  readonly axes: Matrix;
  /** Of the variance of the points, the share along each component: 0 to 1, falling. Zeros where nothing varies. */
  readonly explained: readonly number[];
  /** A row for each point, a column for each component: where it lies from the mean of all. */
  readonly scores: Matrix;
}

/**
 * The principal components of points (Pearson 1901) by the eigenvectors of their covariance. The work grows with the rows
 * times the square of the columns, and with the cube of the columns.
 *
 * @param options `count`: how many components at most, a whole number >= 1; default 2. Points of fewer columns have fewer.
 * @throws KentroError for points or a count that cannot be used; the signal's reason where it is aborted
 */
export async function principalComponents(
  points: Points,
  { count = 2, signal }: Pick<WorkOptions, "signal"> & { readonly count?: number } = {},
): Promise<PrincipalComponents> {
  requireWhole("count", count, 1);
  const pace = new Pace(signal);
  const matrix = await toMatrix(points, pace);
  const { rows, columns } = matrix;
  const wanted = Math.min(count, columns);
  const { data, unit } = await centered(matrix, pace);
  const varying = await covarianceOfCentered({ data, rows, columns }, pace);
  const vectors = eigenvectors(varying, columns);
  const variances = Float64Array.from({ length: columns }, (_, component) =>
    varianceAlong(varying, vectors, component),
  );
  const total = variances.reduce((sum, variance) => sum + variance, 0);
  const order = [...variances.keys()].sort((a, b) => variances[b] - variances[a] || a - b).slice(0, wanted);
  const axes = new Float64Array(wanted * columns);
  order.forEach((component, place) => {
    const axis = Float64Array.from({ length: columns }, (_, j) => vectors[j * columns + component]);
    const largest = axis.reduce((most, part) => (Math.abs(part) > Math.abs(most) ? part : most), 0);
    axis.forEach((part, j) => {
      axes[place * columns + j] = largest < 0 ? -part : part;
    });
  });
  const scores = new Float64Array(rows * wanted);
  for (let row = 0; row < rows; row++) {
    for (let place = 0; place < wanted; place++) {
      let along = 0;
      for (let j = 0; j < columns; j++) along += data[row * columns + j] * axes[place * columns + j];
      scores[row * wanted + place] = along * unit;
    }
    if (pace.due()) await pace.breathe();
  }
  return {
    axes: { data: axes, rows: wanted, columns },
    explained: order.map((component) => (total > 0 ? Math.max(0, variances[component]) / total : 0)),
    scores: { data: scores, rows, columns: wanted },
  };
}

/** Products of columns summed between two looks at the clock. */
const PRODUCTS = 1_000_000;

async function covarianceOfCentered(
  { data, rows, columns }: { readonly data: Float64Array; readonly rows: number; readonly columns: number },
  pace: Pace,
): Promise<Float64Array> {
  const means = new Float64Array(columns);
  const products = new Float64Array(columns * columns);
  const atOnce = Math.ceil(PRODUCTS / products.length);
  for (let from = 0; from < rows; from += atOnce) {
    addProducts(products, { data, columns, weights: null }, means, from, Math.min(from + atOnce, rows));
    if (pace.due()) await pace.breathe();
  }
  return covarianceOf(products, columns, rows);
}

/** The points from their means, in a power of two as unit: squares neither overflow nor vanish. */
async function centered(matrix: Matrix, pace: Pace): Promise<{ data: Float64Array; unit: number }> {
  const { rows, columns } = matrix;
  const { minimum, maximum } = await findExtent(matrix, pace);
  const reach = minimum.reduce((most, low, j) => Math.max(most, maximum[j] / 2 - low / 2), 0);
  const unit = reach > 0 ? 2 ** Math.min(Math.max(Math.floor(Math.log2(reach)), -1022), 1023) : 1;
  const data = new Float64Array(rows * columns);
  for (let column = 0; column < columns; column++) {
    let mean = 0;
    // From the least value: columns that lie far from 0 keep their digits.
    for (let row = 0; row < rows; row++) {
      const value = matrix.data[row * columns + column] / unit - minimum[column] / unit;
      data[row * columns + column] = value;
      mean += value / rows;
    }
    for (let row = 0; row < rows; row++) data[row * columns + column] -= mean;
    if (pace.due()) await pace.breathe();
  }
  return { data, unit };
}

function varianceAlong(matrix: Float64Array, vectors: Float64Array, component: number): number {
  const size = Math.sqrt(matrix.length);
  let variance = 0;
  for (let i = 0; i < size; i++) {
    let part = 0;
    for (let j = 0; j < size; j++) part += matrix[i * size + j] * vectors[j * size + component];
    variance += vectors[i * size + component] * part;
  }
  return variance;
}
