import { type Operation, TREE_ROWS, type Tree, type Workspace } from "@kentro/kernel";
import type { Pace } from "../../pace.ts";
import type { Crew } from "../crew.ts";
import { extend, farther, roundedUp } from "./reach.ts";
import type { EngineName, Steps } from "./steps.ts";

/** Rows of a tree that are put in place between two breaths. */
const ROWS_AT_ONCE = 65_536;

/** Rows that are sorted between two breaths: what is cut by the end of a piece lies in larger boxes. */
const SORTED_AT_ONCE = 262_144;

/** Rows whose labels are read between two breaths. */
const READ_AT_ONCE = 262_144;

/** Rows that tell how all are spread. */
const SAMPLE_ROWS = 4096;

/** Multiply-adds of a plain step on as many rows as a step on a tree takes between two breaths. */
const WORK_AT_ONCE = 64_000_000;

/**
 * Where k is at least this often the number of columns, and so many times rows, a tree pays within one run; within one of
 * which most rows have come to rest already, only from more on.
 */
const CENTROIDS_PER_COLUMN = 2;
const CENTROIDS_PER_COLUMN_NEAR = 4;
const LEAST_DISTANCES = 2 ** 21;

/** Before there is a tree, so many runs over the same rows: an elbow or starts have more, one fit has not. */
const RUNS_BEFORE = 3;

/** What other steps cost beside distances, and what a tree costs, in distances of a row. */
const STEP_DISTANCES = 4;
const TREE_DISTANCES = 100;

/** What a tree costs however few the rows. */
const FIXED_DISTANCES = 2 ** 23;

/** Where steps on a tree look at more distances than this part of all, and a few for each row, others cost less. */
const MOST_LOOKED = 0.2;
const LOOKED_ANYHOW = 0.5;

/** The clock runs once no more rows moved than this part of all: before, what nodes learn does not last a step. */
const MOVED_OF_ROWS = 0.01;

/** Where labels are: nowhere in the first step of a run, in the order that rows came in, or in that of the tree. */
type Place = "nowhere" | "rows" | "tree";

/**
 * Steps on a filtering tree (see the kernel's `assembly/tree.ts`), which is made once it pays: at once where there are
 * many centroids, else where earlier runs over the same rows have cost more than it does. While it is in use, labels are
 * in its order. In late steps a clock runs, by which nodes know whether their rows can have moved. Only counts decide,
 * never time.
 */
export class TreeSteps implements Steps {
  readonly name: EngineName = "tree";
  readonly operation: Operation = "treeAssign";
  readonly #workspace: Workspace;
  readonly #crew: Crew<Operation>;
  readonly #isForced: boolean;
  #isMade = false;
  #labels: Place = "nowhere";
  #runs = 0;
  /** What steps have cost that were taken other ways, in distances. */
  #spent = 0;
  #isNear = false;
  #isGivenUp = false;
  /** Rows whose label the last step changed. */
  #moved = Number.POSITIVE_INFINITY;
  /** How much smaller a gap between distances can have become since the clock began. */
  #clock = 0;
  #reach: Float64Array = new Float64Array(0);
  /** The centroids of the step before, as the kernel saw them; null where the clock does not run. */
  #before: Float64Array | null = null;

  /** @param isForced whether it is to be made, and used, in any case */
  constructor(workspace: Workspace, crew: Crew<Operation>, isForced: boolean) {
    this.#workspace = workspace;
    this.#crew = crew;
    this.#isForced = isForced;
  }

  get rowsAtOnce(): number {
    const rows = WORK_AT_ONCE / this.#workspace.k / this.#workspace.shape.columns;
    return Math.max(1, Math.floor(rows / TREE_ROWS)) * TREE_ROWS;
  }

  begin(k: number, isNear: boolean): void {
    this.#moved = Number.POSITIVE_INFINITY;
    this.#reach = new Float64Array(k);
    this.#before = null;
    this.#isNear = isNear;
    this.#runs++;
    this.#labels = "nowhere";
    this.#isGivenUp = false;
  }

  async advance(centroids: Float64Array, pace: Pace): Promise<boolean> {
    const { tree } = this.#workspace;
    if (tree === null) return false;
    if (!this.#isWanted()) {
      await this.settle(pace);
      return false;
    }
    if (!this.#isMade) await this.#make(tree, pace);
    if (this.#labels === "nowhere") tree.begin();
    if (this.#labels === "rows") {
      await this.#crew.run("treeTakeLabels", ROWS_AT_ONCE, pace);
      await this.#crew.run("treeTellLabels", ROWS_AT_ONCE, pace);
    }
    this.#labels = "tree";
    tree.writeClock(this.#runClock(tree, centroids));
    return true;
  }

  /** What the clock says for a step from these centroids, infinite where it does not run. */
  #runClock(tree: Tree, centroids: Float64Array): number {
    const { columns, rows, precision } = this.#workspace.shape;
    if (this.#before !== null) {
      this.#clock = farther(this.#clock, extend(this.#reach, this.#before, centroids, columns));
    } else if (this.#moved <= rows * MOVED_OF_ROWS) {
      this.#clock = 0;
      tree.beginClock();
    } else return Number.POSITIVE_INFINITY;
    this.#before = centroids;
    return roundedUp(this.#clock, precision);
  }

  #isWanted(): boolean {
    if (this.#isForced) return true;
    if (this.#isGivenUp) return false;
    if (this.#isMade) return true;
    const { k, shape } = this.#workspace;
    const { rows, columns } = shape;
    const least = columns * (this.#isNear ? CENTROIDS_PER_COLUMN_NEAR : CENTROIDS_PER_COLUMN);
    if (k >= least && rows * k >= LEAST_DISTANCES) return true;
    return this.#runs > RUNS_BEFORE && this.#spent >= rows * TREE_DISTANCES + FIXED_DISTANCES;
  }

  observe(moved: number, taken: boolean): void {
    const { tree, shape, k } = this.#workspace;
    if (tree === null) return;
    this.#moved = moved;
    if (!taken) {
      this.forget();
      this.#spent += shape.rows * (k + STEP_DISTANCES);
      return;
    }
    this.#isGivenUp = tree.takeLooked() > shape.rows * (MOST_LOOKED * k + LOOKED_ANYHOW);
  }

  forget(): void {
    this.#labels = "rows";
    this.#before = null;
  }

  async settle(pace: Pace): Promise<void> {
    if (this.#labels !== "tree") return;
    await this.#crew.run("treeGiveLabels", ROWS_AT_ONCE, pace);
    await this.#crew.run("treePutLabels", ROWS_AT_ONCE, pace);
    this.forget();
  }

  async labels(into: Int32Array, pace: Pace): Promise<boolean> {
    const { tree, shape } = this.#workspace;
    if (tree === null || this.#labels !== "tree") return false;
    for (let first = 0; first < shape.rows; first += READ_AT_ONCE) {
      tree.readLabels(first, Math.min(READ_AT_ONCE, shape.rows - first), into);
      if (pace.due()) await pace.breathe();
    }
    return true;
  }

  async #make(tree: Tree, pace: Pace): Promise<void> {
    const { shape } = this.#workspace;
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
