import { mall, mallPreset } from "@kentro/segments";
import { sharedFloat32 } from "./matrix.ts";

/** Income and spending score of the mall customers: 200 x 2, row-major. */
export function mallPoints(): Float32Array {
  const columns = mallPreset.features.map((name) => {
    const column = mall.columns.find((one) => one.name === name);
    if (column?.type !== "numeric") throw new TypeError(`Expected a numeric column "${name}" in the mall sample`);
    return column.values;
  });
  const points = sharedFloat32(mall.rows * columns.length);
  for (let at = 0; at < points.length; at++) {
    points[at] = columns[at % columns.length][Math.floor(at / columns.length)];
  }
  return points;
}
