import { MOST_TREE_COLUMNS, type Operation, type Workspace } from "@kentro/kernel";
import type { Pace } from "../../pace.ts";
import type { Crew } from "../crew.ts";
import type { Spread } from "../prepare.ts";
import { BoundedSteps } from "./bounded.ts";
import { DenseSteps } from "./dense.ts";
import { QuantizedSteps } from "./quantized.ts";
import { RoundedRows } from "./rounded.ts";
import { TreeSteps } from "./tree.ts";

/** How a step may be computed. */
export type EngineName = "dense" | "quantized" | "bounded" | "tree";

export const ENGINES: readonly EngineName[] = ["dense", "quantized", "bounded", "tree"];

/** One way to compute a step. All give the same labels; counts decide which is taken, never time. */
export interface Steps {
  readonly name: EngineName;

  /** What is done to all rows in such a step. */
  readonly operation: Operation;

  /** Starts a run of `k` centroids, which are expected to be near their end or not. */
  begin(k: number, isNear: boolean): void;

  /**
   * Readies the kernel for a step from these centroids, which are written; false where another way had better take it.
   *
   * @param centroids as the kernel sees them, to be kept if wanted
   */
  advance(centroids: Float64Array, pace: Pace): boolean | Promise<boolean>;

  /** Takes note of how many labels a step changed, and of whether it was taken this way. */
  observe(moved: number, taken: boolean): void;

  /** What was kept of the rows is lost, or no longer true. */
  forget(): void;

  /** Rows of a piece at most, where what suits the others does not suit. */
  readonly rowsAtOnce?: number;

  /** Gives the labels back to the workspace, where this way has them; it does so by itself before others take a step. */
  settle?(pace: Pace): Promise<void>;

  /** Copies the label of every row, where this way has them; false where the workspace has. */
  labels?(into: Int32Array, pace: Pace): Promise<boolean>;
}

/** Fewer rows are not worth the bookkeeping. */
const FEWEST_ROWS = 4096;

/** Whether rows of such a shape have other ways than the dense one. */
export function hasWays({ rows, weighted }: { readonly rows: number; readonly weighted: boolean }): boolean {
  return rows >= FEWEST_ROWS && !weighted;
}

/** Of more rows the copy in a tree would take memory beyond three times the points. */
const MOST_TREE_ROWS = 2 ** 23;

/** Whether a tree is one of them: with more columns, boxes of neighbors hold too much else. */
export function hasTree(shape: {
  readonly rows: number;
  readonly columns: number;
  readonly weighted: boolean;
}): boolean {
  return hasWays(shape) && shape.columns <= MOST_TREE_COLUMNS && shape.rows <= MOST_TREE_ROWS;
}

/**
 * The ways to compute a step over the rows of a workspace: the first that is ready takes it, and the last always is.
 *
 * @param spread how the values of each column spread
 * @param only   the one way that is wanted beside the dense one, or null for all
 */
export function waysOver(
  workspace: Workspace,
  crew: Crew<Operation>,
  spread: Spread,
  only: EngineName | null,
): readonly Steps[] {
  const dense = new DenseSteps(workspace);
  if (!hasWays(workspace.shape)) return [dense];
  const rounded = new RoundedRows(workspace, crew, spread);
  const ways = [
    new TreeSteps(workspace, crew, only === "tree"),
    new BoundedSteps(workspace, rounded),
    new QuantizedSteps(workspace, rounded),
  ];
  return [...ways.filter(({ name }) => only === null || name === only), dense];
}
