import type { Pace } from "../pace.ts";
import { type Framed, framedRow } from "./framed.ts";
import type { Codes } from "./labels.ts";

/** Rows that are looked at between two questions whether it is time to breathe. */
const ROWS_AT_ONCE = 4096;

/** Calls `visit` with each row in the frame and its code. The row is the same array each time. */
export async function eachRow(
  data: Framed,
  { codes }: Codes,
  pace: Pace,
  visit: (point: Float64Array, code: number) => void,
): Promise<void> {
  const point = new Float64Array(data.matrix.columns);
  for (let row = 0; row < codes.length; row++) {
    framedRow(data, row, point);
    visit(point, codes[row]);
    if (row % ROWS_AT_ONCE === 0 && pace.due()) await pace.breathe();
  }
}

/** The mean of each cluster, `k x columns`, in the frame. */
export async function clusterMeans(data: Framed, clusters: Codes, pace: Pace): Promise<Float64Array> {
  const { columns } = data.matrix;
  const means = new Float64Array(clusters.k * columns);
  await eachRow(data, clusters, pace, (point, code) => {
    for (let column = 0; column < columns; column++) means[code * columns + column] += point[column];
  });
  return means.map((sum, at) => sum / clusters.sizes[Math.floor(at / columns)]);
}

/** Squared Euclidean distance of a point to the row of a matrix that begins at `at`. */
export function squaredDistance(point: ArrayLike<number>, rows: Float64Array, at: number): number {
  let squared = 0;
  for (let column = 0; column < point.length; column++) squared += (point[column] - rows[at + column]) ** 2;
  return squared;
}
