import type { Pace } from "../pace.ts";
import { chooseOrigin, chooseScale, type Frame, magnitudeOf } from "../points/frame.ts";
import { findExtent, type Matrix, type Points, toMatrix } from "../points/matrix.ts";

/** Points and the frame in which their float64 squares neither overflow nor vanish. */
export interface Framed {
  readonly matrix: Matrix;
  readonly frame: Frame;
}

/** Checks points and chooses a frame for them. Validity indices are taken in float64 whatever the points are. */
export async function framed(points: Points, pace: Pace): Promise<Framed> {
  const matrix = await toMatrix(points, pace);
  const extent = await findExtent(matrix, pace);
  const origin = chooseOrigin(extent, "float64");
  return { matrix, frame: { origin, scale: chooseScale(magnitudeOf(extent, origin), "float64") } };
}

/** One row in the frame. */
export function framedRow({ matrix, frame }: Framed, row: number, into: Float64Array): void {
  const { data, columns } = matrix;
  for (let column = 0; column < columns; column++) {
    into[column] = (data[row * columns + column] - frame.origin[column]) * frame.scale;
  }
}
