import { mall, mallPreset } from "@kentro/segments";
import type { Case } from "../cases.ts";
import { makeBlobs } from "./blobs.ts";
import { Random } from "./random.ts";

/** Points, and centroids to start from. All values are float32 numbers, so that both precisions get the same. */
export interface Sample {
  readonly rows: number;
  readonly columns: number;
  readonly k: number;
  /** `rows x columns`, row-major. */
  readonly points: Float64Array;
  /** `k x columns`: the first centroids, different rows of the points. */
  readonly start: Float64Array;
}

/** Makes the points and the start of a case: the same for the same case, always. */
export function makeSample({ rows, columns, k, source, startSeed }: Case): Sample {
  const points = source === "mall" ? mallPoints() : makeBlobs(rows, columns, k, source);
  if (points.length !== rows * columns) {
    throw new RangeError(`Expected ${rows} rows x ${columns} columns, got ${points.length} values`);
  }
  const start = new Float64Array(k * columns);
  differentRows(k, rows, new Random(~startSeed)).forEach((row, index) => {
    start.set(points.subarray(row * columns, (row + 1) * columns), index * columns);
  });
  return { rows, columns, k, points, start };
}

/** A row-major matrix as an array of rows. */
export function rowsOf(values: Float64Array, columns: number): number[][] {
  return Array.from({ length: values.length / columns }, (_, row) =>
    Array.from(values.subarray(row * columns, (row + 1) * columns)),
  );
}

function mallPoints(): Float64Array {
  const columns = mallPreset.features.map((name) => {
    const column = mall.columns.find((one) => one.name === name);
    if (column?.type !== "numeric") throw new TypeError(`Expected a numeric column "${name}" in the mall sample`);
    return column.values;
  });
  return Float64Array.from({ length: mall.rows * columns.length }, (_, at) => {
    return columns[at % columns.length][Math.floor(at / columns.length)];
  });
}

function differentRows(count: number, rows: number, random: Random): readonly number[] {
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(random.below(rows));
  return [...chosen];
}
