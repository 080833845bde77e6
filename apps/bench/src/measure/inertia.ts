import type { Sample } from "../data/sample.ts";

/** Inertia of labels in float64: squared distances of the rows to the means of their label. */
export function inertiaOf(sample: Pick<Sample, "rows" | "columns" | "points">, k: number, labels: Int32Array): number {
  const { rows, columns, points } = sample;
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
