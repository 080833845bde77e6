import type { Operation, Workspace } from "@kentro/kernel";
import type { Pace } from "../../pace.ts";
import type { Crew } from "../crew.ts";
import type { Spread } from "../prepare.ts";

/** Rows that are rounded between two breaths. */
const ROWS_AT_ONCE = 65_536;

/** The rows of a workspace rounded to 16 bits, once they are first wanted. */
export class RoundedRows {
  readonly #workspace: Workspace;
  readonly #crew: Crew<Operation>;
  readonly #spread: Spread;
  #isDone = false;

  constructor(workspace: Workspace, crew: Crew<Operation>, spread: Spread) {
    this.#workspace = workspace;
    this.#crew = crew;
    this.#spread = spread;
  }

  /** Rounds centroids, and rows if they are not yet; false where nothing can be told apart that way. */
  async round(centroids: Float64Array, pace: Pace): Promise<boolean> {
    if (!this.#isDone) {
      const { low, high, means } = this.#spread;
      if (!this.#workspace.beginQuantized(low, high, means)) return false;
      await this.#crew.run("quantize", ROWS_AT_ONCE, pace);
      this.#isDone = true;
    }
    return this.#workspace.writeRounded(centroids);
  }
}
