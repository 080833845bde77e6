import type { Operation, Workspace } from "@kentro/kernel";
import type { Pace } from "../../pace.ts";
import type { RoundedRows } from "./rounded.ts";
import type { EngineName, Steps } from "./steps.ts";

/**
 * Rounded rows spare this part of a step's multiply-adds; a row that must be looked at in full besides costs all of its
 * own, and as many as this to be picked. Where more are in doubt than that spares, rounding does not pay.
 */
const SPARED = 0.65;
const PICKING = 150;

/**
 * Steps on points rounded to 16 bits; rows that rounding leaves in doubt are looked at in full (see the kernel's
 * `assembly/quantized.ts`).
 */
export class QuantizedSteps implements Steps {
  readonly name: EngineName = "quantized";
  readonly operation: Operation = "assignQuantized";
  readonly #workspace: Workspace;
  readonly #rows: RoundedRows;
  #isGivenUp = false;
  /** The most rows that may be in doubt. */
  #most = 0;

  constructor(workspace: Workspace, rows: RoundedRows) {
    this.#workspace = workspace;
    this.#rows = rows;
  }

  begin(k: number): void {
    // One cluster has nothing to tell apart.
    this.#isGivenUp = k === 1;
    const { rows, columns } = this.#workspace.shape;
    const work = k * columns;
    this.#most = rows * ((SPARED * work) / (work + PICKING));
  }

  advance(centroids: Float64Array, pace: Pace): boolean | Promise<boolean> {
    return !this.#isGivenUp && this.#rows.round(centroids, pace);
  }

  observe(_moved: number, taken: boolean): void {
    if (!taken) return;
    this.#isGivenUp = this.#workspace.takeDoubted() > this.#most;
  }

  forget(): void {}
}
