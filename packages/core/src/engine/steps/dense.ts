import type { Operation, Workspace } from "@kentro/kernel";
import { type EngineName, hasWays, type Steps } from "./steps.ts";

/** Steps that take every distance of every row, in the precision of the points. */
export class DenseSteps implements Steps {
  readonly name: EngineName = "dense";
  readonly operation: Operation;

  constructor({ shape }: Workspace) {
    // Other ways have no distances to sum: inertia then follows from the sums, in every step alike.
    this.operation = hasWays(shape) ? "assign" : "assignWithInertia";
  }

  begin(): void {}

  advance(): boolean {
    return true;
  }

  observe(): void {}

  forget(): void {}
}
