import type { Precision } from "@kentro/kernel";
import type { Frame } from "../points/frame.ts";
import type { Matrix } from "../points/matrix.ts";

/** What a model is made of. */
export interface ModelParts {
  readonly centroids: Matrix;
  readonly frame: Frame;
  readonly precision: Precision;
  readonly inertia: number;
  readonly iterations: number;
  readonly converged: boolean;
  readonly sizes: readonly number[];
  readonly weightSums: readonly number[];
}
