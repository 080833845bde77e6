import { inertiaBySums, type Partials, type Precision, type Workspace } from "@kentro/kernel";
import type { Pace } from "../pace.ts";

/** Where less than this part of the squares is left as inertia, too few of their 106 bits are. */
const LEAST_LEFT = 2 ** -60;

/** Rows whose squares are summed between two breaths. */
const ROWS_AT_ONCE = 65_536;

/** Inertia of rows without weights by the sums of their clusters: no row is looked at but once, for its square. */
export class InertiaBySums {
  readonly #workspace: Workspace;
  #squares: Float64Array | null = null;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /**
   * The inertia of the labels of a step to the centroids that it was given; null where so little is left of the squares
   * that only distances can tell it.
   *
   * @param centroids as the kernel sees them
   */
  async of(partials: Partials, centroids: Float64Array, pace: Pace): Promise<number | null> {
    this.#squares ??= await this.#sumSquares(pace);
    const inertia = inertiaBySums(partials, this.#squares, centroids);
    return inertia > this.#squares[0] * LEAST_LEFT ? inertia : null;
  }

  async #sumSquares(pace: Pace): Promise<Float64Array> {
    const { rows } = this.#workspace.shape;
    const squares = new Float64Array(2);
    for (let first = 0; first < rows; first += ROWS_AT_ONCE) {
      this.#workspace.addSquares(first, Math.min(ROWS_AT_ONCE, rows - first), squares);
      if (pace.due()) await pace.breathe();
    }
    return squares;
  }
}

/** Centroids as kernels of a precision see them. */
export function asSeen(centroids: Float64Array, precision: Precision): Float64Array {
  return precision === "float32" ? centroids.map(Math.fround) : centroids.slice();
}
