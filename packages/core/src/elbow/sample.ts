import type { Matrix } from "../points/matrix.ts";
import type { Random } from "../random.ts";

/** Points in float64 and their weights (null: none): what references are made after and measured against. */
export interface Sample {
  readonly data: Float64Array;
  readonly rows: number;
  readonly columns: number;
  readonly weights: Float64Array | null;
  /** Whether there were more rows of positive weight than these. */
  readonly partial: boolean;
}

/** Rows of a sample at most. */
const SAMPLE_ROWS = 1000;

/** Values of a sample at most, but for its fewest rows: wide points get a shorter one. */
const SAMPLE_VALUES = 100_000;
const FEWEST_ROWS = 200;

/**
 * Every row of positive weight, or a random sample of `SAMPLE_ROWS` where there are more (fewer for more than 100 columns).
 *
 * @param scale a power of two that every value is multiplied by, so that squares neither overflow nor vanish
 */
export function sampleRows(matrix: Matrix, weights: Float64Array | null, scale: number, random: Random): Sample {
  const { data, columns } = matrix;
  const rows = weights === null ? null : Int32Array.from(weights.keys()).filter((row) => weights[row] > 0);
  const count = rows === null ? matrix.rows : rows.length;
  const most = Math.max(FEWEST_ROWS, Math.min(SAMPLE_ROWS, Math.floor(SAMPLE_VALUES / columns)));
  const partial = count > most;
  const drawn = partial ? random.sample(most, count) : Int32Array.from({ length: count }, (_, i) => i);
  const chosen = rows === null ? drawn : drawn.map((i) => rows[i]);
  const taken = new Float64Array(chosen.length * columns);
  chosen.forEach((row, i) => {
    for (let j = 0; j < columns; j++) taken[i * columns + j] = data[row * columns + j] * scale;
  });
  return {
    data: taken,
    rows: chosen.length,
    columns,
    weights: weights && Float64Array.from(chosen, (row) => weights[row]),
    partial,
  };
}

/** Weighted mean of each column. */
export function columnMeans({ data, rows, columns, weights }: Sample): Float64Array {
  const means = new Float64Array(columns);
  let total = 0;
  for (let row = 0; row < rows; row++) {
    const weight = weights === null ? 1 : weights[row];
    total += weight;
    for (let j = 0; j < columns; j++) means[j] += weight * data[row * columns + j];
  }
  return means.map((sum) => sum / total);
}

/** Weighted covariance of the columns, `columns x columns`. */
export function covariance(sample: Sample): Float64Array {
  const products = new Float64Array(sample.columns ** 2);
  const total = addProducts(products, sample, columnMeans(sample), 0, sample.rows);
  return covarianceOf(products, sample.columns, total);
}

/**
 * Adds the weighted products of the columns, less `means`, over the rows `from` up to `to`.
 *
 * @param products INOUT `columns x columns`, of which the lower half is added to
 * @returns the weight of these rows
 */
export function addProducts(
  products: Float64Array,
  { data, columns, weights }: Pick<Sample, "data" | "columns" | "weights">,
  means: Float64Array,
  from: number,
  to: number,
): number {
  let total = 0;
  for (let row = from; row < to; row++) {
    const weight = weights === null ? 1 : weights[row];
    total += weight;
    for (let i = 0; i < columns; i++) {
      const own = weight * (data[row * columns + i] - means[i]);
      for (let j = 0; j <= i; j++) products[i * columns + j] += own * (data[row * columns + j] - means[j]);
    }
  }
  return total;
}

/** The covariance by the products of all rows and their weight. Turns the products into it. */
export function covarianceOf(products: Float64Array, columns: number, total: number): Float64Array {
  const matrix = products;
  for (let i = 0; i < columns; i++) {
    for (let j = 0; j <= i; j++) {
      matrix[i * columns + j] /= total;
      matrix[j * columns + i] = matrix[i * columns + j];
    }
  }
  return matrix;
}
