import { type Operation, TREE_ROWS, type Workspace } from "@kentro/kernel";
import type { Pace } from "../../pace.ts";
import type { Crew } from "../crew.ts";
import type { EngineName, Steps } from "./steps.ts";

/** Rows of a tree that are put in place between two breaths. */
const ROWS_AT_ONCE = 65_536;

/** Rows that are sorted between two breaths: what is cut by the end of a piece lies in larger boxes. */
const SORTED_AT_ONCE = 262_144;

/** Rows that tell how all are spread. */
const SAMPLE_ROWS = 4096;

/** Multiply-adds of a plain step on as many rows as a step on a tree takes between two breaths. */
const WORK_AT_ONCE = 64_000_000;

/** Where labels are: nowhere in the first step of a run, in the order that rows came in, or in that of the tree. */
type Place = "nowhere" | "rows" | "tree";

/**
 * Steps on a filtering tree (see the kernel's `assembly/tree.ts`), which is made in the first of them. While they are
 * taken, labels are in the tree's order.
 */
export class TreeSteps implements Steps {
  readonly name: EngineName = "tree";
  readonly operation: Operation = "treeAssign";
  readonly #workspace: Workspace;
  readonly #crew: Crew<Operation>;
  readonly isForced: boolean;
  #isMade = false;
  #labels: Place = "nowhere";
  #k = 0;

  constructor(workspace: Workspace, crew: Crew<Operation>, isForced: boolean) {
    this.#workspace = workspace;
    this.#crew = crew;
    this.isForced = isForced;
  }

  get rowsAtOnce(): number {
    const rows = WORK_AT_ONCE / this.#k / this.#workspace.shape.columns;
    return Math.max(1, Math.floor(rows / TREE_ROWS)) * TREE_ROWS;
  }

  begin(k: number): void {
    this.#k = k;
    this.#labels = "nowhere";
  }

  async advance(_centroids: Float64Array, pace: Pace): Promise<boolean> {
    const { tree } = this.#workspace;
    if (tree === null) return false;
    if (!this.#isMade) await this.#make(pace);
    if (this.#labels === "nowhere") tree.begin();
    if (this.#labels === "rows") {
      await this.#crew.run("treeTakeLabels", ROWS_AT_ONCE, pace);
      await this.#crew.run("treeTellLabels", ROWS_AT_ONCE, pace);
    }
    this.#labels = "tree";
    return true;
  }

  observe(_moved: number, taken: boolean): void {
    if (!taken) this.#labels = "rows";
    else this.#workspace.tree?.takeLooked();
  }

  forget(): void {
    this.#labels = "rows";
  }

  async settle(pace: Pace): Promise<void> {
    if (this.#labels !== "tree") return;
    await this.#crew.run("treeGiveLabels", ROWS_AT_ONCE, pace);
    await this.#crew.run("treePutLabels", ROWS_AT_ONCE, pace);
    this.#labels = "rows";
  }

  labels(into: Int32Array): boolean {
    if (this.#labels !== "tree") return false;
    this.#workspace.tree?.readLabels(into);
    return true;
  }

  async #make(pace: Pace): Promise<void> {
    const { tree, shape } = this.#workspace;
    if (tree === null) return;
    tree.beginOrder(this.#sample(), this.#labels === "rows");
    await this.#crew.run("treeKeys", ROWS_AT_ONCE, pace);
    tree.endCounts();
    await this.#crew.run("treeScatter", shape.partitionRows, pace);
    await this.#crew.run("treeSort", SORTED_AT_ONCE, pace);
    await this.#crew.run("treePlace", ROWS_AT_ONCE, pace);
    this.#isMade = true;
  }

  /** Some rows, from the first to the last. */
  #sample(): Float64Array {
    const { rows, columns } = this.#workspace.shape;
    const count = Math.min(rows, SAMPLE_ROWS);
    const sample = new Float64Array(count * columns);
    for (let i = 0; i < count; i++) {
      const row = Math.floor((i * rows) / count);
      this.#workspace.readPoint(row, sample.subarray(i * columns, (i + 1) * columns));
    }
    return sample;
  }
}
