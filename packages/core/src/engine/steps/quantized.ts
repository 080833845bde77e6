import type { Operation, Workspace } from "@kentro/kernel";
import type { Pace } from "../../pace.ts";
import type { RoundedRows } from "./rounded.ts";
import type { EngineName, Steps } from "./steps.ts";

/** Where more than this part of the rows must be looked at in full besides, rounding them does not pay. */
const MOST_DOUBTED = 0.25;

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

  constructor(workspace: Workspace, rows: RoundedRows) {
    this.#workspace = workspace;
    this.#rows = rows;
  }

  begin(k: number): void {
    // One cluster has nothing to tell apart.
    this.#isGivenUp = k === 1;
  }

  advance(centroids: Float64Array, pace: Pace): boolean | Promise<boolean> {
    return !this.#isGivenUp && this.#rows.round(centroids, pace);
  }

  observe(_moved: number, taken: boolean): void {
    if (!taken) return;
    this.#isGivenUp = this.#workspace.takeDoubted() > MOST_DOUBTED * this.#workspace.shape.rows;
  }

  forget(): void {}
}
