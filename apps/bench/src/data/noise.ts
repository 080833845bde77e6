import { sharedFloat32 } from "./matrix.ts";
import { Random } from "./random.ts";

/** Points without clusters, uniform in the unit cube: `rows x columns`, row-major. */
export function makeNoise(rows: number, columns: number, seed: number): Float32Array {
  const random = new Random(seed);
  const points = sharedFloat32(rows * columns);
  for (let at = 0; at < points.length; at++) points[at] = random.uniform();
  return points;
}
