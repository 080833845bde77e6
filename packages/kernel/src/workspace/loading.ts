import { growMemory, pieceRows } from "../layout.ts";
import type { WorkspaceMemory } from "./memory.ts";

/**
 * What was summed of each column as points were written, in float64 before rounding: for each column the (weighted) sums of
 * the rows that fall to each lane of a block, and those of their squares. See `readMoments`.
 */
export type Moments = Float64Array;

/** Brings points into a workspace, by the kernel in `assembly/load.ts`, and back. */
export class Loading {
  readonly #memory: WorkspaceMemory;

  constructor(memory: WorkspaceMemory) {
    this.#memory = memory;
  }

  writePoints(
    first: number,
    values: Float32Array | Float64Array,
    origin: ArrayLike<number>,
    scale: number,
    moments?: Moments,
  ): void {
    const memory = this.#memory;
    const { lanes, kernel, shape } = memory;
    const { columns, precision } = shape;
    const atOnce = pieceRows(columns) * columns;
    const asFloat32 = precision === "float32" && values instanceof Float32Array;
    const place = asFloat32 ? kernel.place : kernel.placeFloat64;
    const regions = memory.spare();
    const frameAt = regions.take(columns * 8);
    const momentsAt = regions.take(columns * lanes * 16);
    const rawAt = regions.take(Math.min(atOnce, values.length) * (asFloat32 ? 4 : 8));
    growMemory(memory.wasm, regions.end);
    const { doubles, elements } = memory.views;
    doubles.set(origin, frameAt / 8);
    const sums = doubles.subarray(momentsAt / 8, momentsAt / 8 + columns * lanes * 2);
    if (moments === undefined) sums.fill(0);
    else sums.set(moments);
    const raw = asFloat32 ? elements : doubles;
    for (let at = 0; at < values.length; at += atOnce) {
      const piece = values.subarray(at, at + atOnce);
      const row = first + at / columns;
      raw.set(piece, rawAt / raw.BYTES_PER_ELEMENT);
      const rows = piece.length / columns;
      place(rawAt, rows, columns, frameAt, scale, memory.weightsAt(row), memory.pointsAt(row), momentsAt);
    }
    moments?.set(sums);
  }

  createMoments(): Moments {
    const { lanes, shape } = this.#memory;
    return new Float64Array(shape.columns * lanes * 2);
  }

  readMoments(moments: Moments): { readonly sums: Float64Array; readonly squares: Float64Array } {
    const { lanes, shape } = this.#memory;
    const sums = new Float64Array(shape.columns);
    const squares = new Float64Array(shape.columns);
    for (let column = 0, at = 0; column < sums.length; column++) {
      for (let lane = 0; lane < lanes; lane++) sums[column] += moments[at++];
      for (let lane = 0; lane < lanes; lane++) squares[column] += moments[at++];
    }
    return { sums, squares };
  }

  writeWeights(weights: ArrayLike<number>): void {
    this.#memory.views.doubles.set(weights, this.#memory.rows.weights / 8);
  }

  readPoint(row: number, into: Float64Array): void {
    const { elements } = this.#memory.views;
    let from = this.#memory.valueIndexOf(row);
    for (let column = 0; column < this.#memory.shape.columns; column++, from += this.#memory.lanes) {
      into[column] = elements[from];
    }
  }
}
