import type { Operation, Workspace } from "@kentro/kernel";
import type { Pace } from "../../pace.ts";
import type { Crew } from "../crew.ts";
import type { Spread } from "../prepare.ts";
import type { EngineName, Steps } from "./steps.ts";

/** Where more than this part of the rows must be looked at in full besides, rounding them does not pay. */
const MOST_DOUBTED = 0.25;

/** Rows that are rounded between two breaths. */
const ROWS_AT_ONCE = 65_536;

/**
 * Steps on points rounded to 16 bits; rows that rounding leaves in doubt are looked at in full (see the kernel's
 * `assembly/quantized.ts`). Rows are rounded once, in the first step that is taken this way.
 */
export class QuantizedSteps implements Steps {
  readonly name: EngineName = "quantized";
  readonly operation: Operation = "assignQuantized";
  readonly #workspace: Workspace;
  readonly #crew: Crew<Operation>;
  readonly #spread: Spread;
  #isRounded = false;
  #isGivenUp = false;

  constructor(workspace: Workspace, crew: Crew<Operation>, spread: Spread) {
    this.#workspace = workspace;
    this.#crew = crew;
    this.#spread = spread;
  }

  begin(k: number): void {
    // One cluster has nothing to tell apart.
    this.#isGivenUp = k === 1;
  }

  async advance(centroids: Float64Array, pace: Pace): Promise<boolean> {
    if (this.#isGivenUp) return false;
    if (!this.#isRounded) {
      const { low, high, means } = this.#spread;
      if (!this.#workspace.beginQuantized(low, high, means)) return false;
      await this.#crew.run("quantize", ROWS_AT_ONCE, pace);
      this.#isRounded = true;
    }
    return this.#workspace.writeRounded(centroids);
  }

  observe(_moved: number, taken: boolean): void {
    if (!taken) return;
    this.#isGivenUp = this.#workspace.takeDoubted() > MOST_DOUBTED * this.#workspace.shape.rows;
  }

  forget(): void {}
}
