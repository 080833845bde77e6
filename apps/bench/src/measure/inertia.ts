import type { Sample } from "../data/sample.ts";

/** The sum of squared distances of the rows to the mean of those of their label. */
export function inertiaOf({ rows, columns, k, points }: Sample, labels: Int32Array): number {
  const counts = new Float64Array(k);
  const means = new Float64Array(k * columns);
  for (let row = 0; row < rows; row++) {
    counts[labels[row]]++;
    for (let j = 0; j < columns; j++) means[labels[row] * columns + j] += points[row * columns + j];
  }
  for (let at = 0; at < means.length; at++) means[at] /= Math.max(1, counts[Math.floor(at / columns)]);
  let inertia = 0;
  for (let row = 0; row < rows; row++) {
    for (let j = 0; j < columns; j++) inertia += (points[row * columns + j] - means[labels[row] * columns + j]) ** 2;
  }
  return inertia;
}
