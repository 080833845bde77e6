import type { Random } from "../random.ts";
import { type Margin, marginOf } from "./margin.ts";
import { normalQuantile } from "./normal.ts";
import { columnMeans, covariance, type Sample } from "./sample.ts";
import { cholesky, eigenvectors } from "./symmetric.ts";

/** Makes sets of points without clusters that are otherwise like a sample: as many rows, with the same weights. */
export type Reference = (random: Random, into: Float64Array) => void;

/**
 * Uniform in the box of the sample's principal components (Tibshirani, Walther and Hastie 2001, reference b). The box
 * stands along the axes: distances do not see a rotation.
 */
export function uniformInBox(sample: Sample): Reference {
  const { data, rows, columns } = sample;
  const vectors = eigenvectors(covariance(sample), columns);
  const means = columnMeans(sample);
  const sides = Float64Array.from({ length: columns }, (_, component) => {
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let row = 0; row < rows; row++) {
      let along = 0;
      for (let j = 0; j < columns; j++) {
        along += (data[row * columns + j] - means[j]) * vectors[j * columns + component];
      }
      least = Math.min(least, along);
      most = Math.max(most, along);
    }
    return most - least;
  });
  return (random, into) => {
    for (let at = 0; at < rows * columns; at++) into[at] = sides[at % columns] * random.uniform();
  };
}

/** One peak with the sample's own skew and correlations: a Gaussian copula of its rank correlations over its margins. */
export function unimodal(sample: Sample): Reference {
  const { data, rows, columns, weights } = sample;
  const scores = new Float64Array(rows * columns);
  const margins: Margin[] = [];
  for (let column = 0; column < columns; column++) {
    const values = Float64Array.from({ length: rows }, (_, row) => data[row * columns + column]);
    margins.push(marginOf(values, weights));
    normalScores(values, weights).forEach((score, row) => {
      scores[row * columns + column] = score;
    });
  }
  const lower = cholesky(correlation({ ...sample, data: scores }), columns);
  const normals = new Float64Array(columns);
  return (random, into) => {
    for (let row = 0; row < rows; row++) {
      for (let j = 0; j < columns; j++) normals[j] = random.normal();
      for (let j = 0; j < columns; j++) {
        let own = 0;
        for (let p = 0; p <= j; p++) own += lower[j * columns + p] * normals[p];
        into[row * columns + j] = margins[j](own);
      }
    }
  };
}

/** Normal scores of the ranks (van der Waerden), equal values sharing the middle of theirs. */
function normalScores(values: Float64Array, weights: Float64Array | null): Float64Array {
  const order = Int32Array.from(values.keys()).sort((a, b) => values[a] - values[b]);
  const weightOf = (row: number): number => (weights === null ? 1 : weights[row]);
  const total = weights === null ? values.length : weights.reduce((sum, weight) => sum + weight, 0);
  const scores = new Float64Array(values.length);
  let before = 0;
  for (let first = 0, end = 0; first < order.length; first = end) {
    let weight = 0;
    for (; end < order.length && values[order[end]] === values[order[first]]; end++) weight += weightOf(order[end]);
    const middle = (before + weight / 2) / total;
    // Rows of weight 0 at either end have no rank; they count for nothing below either.
    const score = middle > 0 && middle < 1 ? normalQuantile(middle) : 0;
    for (let i = first; i < end; i++) scores[order[i]] = score;
    before += weight;
  }
  return scores;
}

/** Correlations, `columns x columns`; a column that does not vary goes with none. */
function correlation(sample: Sample): Float64Array {
  const { columns } = sample;
  const matrix = covariance(sample);
  const deviations = Float64Array.from({ length: columns }, (_, j) => Math.sqrt(matrix[j * columns + j]));
  return matrix.map((value, at) => {
    const [i, j] = [Math.floor(at / columns), at % columns];
    if (i === j) return 1;
    const scale = deviations[i] * deviations[j];
    return scale > 0 ? value / scale : 0;
  });
}
