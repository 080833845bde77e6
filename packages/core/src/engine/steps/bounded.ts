import type { Operation, Workspace } from "@kentro/kernel";
import type { Pace } from "../../pace.ts";
import { extend, farther, roundedUp } from "./reach.ts";
import type { RoundedRows } from "./rounded.ts";
import type { EngineName, Steps } from "./steps.ts";

/**
 * Where more than this part of the rows must be looked at, passing over the others does not pay: picking a row costs as
 * much as this many of its multiply-adds.
 */
const PICKING = 150;

/** A try begins where no more rows moved than this part of those that may be looked at. */
const MOVED_OF_LOOKED = 0.02;

/** Plain steps before the first new try; twice as many before each further one. */
const FIRST_REST = 4;

/**
 * Steps that pass over rows whose label cannot have changed (Hamerly 2010; see the kernel's `assembly/bounded.ts`): it
 * follows how far centroids move, and has the rows looked at again where that does not pay. Only counts decide, never
 * time.
 */
export class BoundedSteps implements Steps {
  readonly name: EngineName = "bounded";
  readonly operation: Operation = "assignBounded";
  readonly #workspace: Workspace;
  readonly #rows: RoundedRows;
  readonly #columns: number;
  /** The centroids of the step before, as the kernel saw them; null where no slack is kept. */
  #before: Float64Array | null = null;
  #reach: Float64Array = new Float64Array(0);
  /** Whether the last bounded step was the first of a try. */
  #isFirst = false;
  /** A reach that grows as fast as that of any label. */
  #anyReach = 0;
  /** Tries since the start of the run that passed over too few rows. */
  #strikes = 0;
  /** Plain steps to come before the next try. */
  #resting = 0;
  /** Rows whose label the last step changed. */
  #moved = Number.POSITIVE_INFINITY;
  /** The most rows that may be looked at in a bounded step. */
  #most = 0;

  constructor(workspace: Workspace, rows: RoundedRows) {
    this.#workspace = workspace;
    this.#rows = rows;
    this.#columns = workspace.shape.columns;
  }

  begin(k: number): void {
    const work = k * this.#columns;
    this.#reach = new Float64Array(k);
    this.#strikes = 0;
    this.#resting = 0;
    this.#moved = Number.POSITIVE_INFINITY;
    this.#most = this.#workspace.shape.rows * (work / (1.3 * work + PICKING));
    this.forget();
  }

  forget(): void {
    this.#before = null;
  }

  async advance(centroids: Float64Array, pace: Pace): Promise<boolean> {
    if (this.#before === null) {
      if (!this.#isWorthTrying()) return false;
      this.#reach.fill(0);
      this.#anyReach = 0;
      this.#isFirst = true;
      this.#workspace.beginBounds();
      // All rows are looked at, which is cheaper where they are rounded.
      await this.#rows.round(centroids, pace);
    } else {
      this.#anyReach = farther(this.#anyReach, extend(this.#reach, this.#before, centroids, this.#columns));
      this.#isFirst = false;
      this.#workspace.forgetRounded();
    }
    this.#before = centroids;
    const { precision } = this.#workspace.shape;
    this.#workspace.writeReach(
      roundedUp(this.#anyReach, precision),
      this.#reach.map((reach) => roundedUp(reach, precision)),
    );
    return true;
  }

  #isWorthTrying(): boolean {
    if (this.#resting === 0) return this.#moved <= MOVED_OF_LOOKED * this.#most;
    this.#resting--;
    return false;
  }

  /** Takes note of what a step did. The first bounded step of a try looks at every row; later ones must look at few. */
  observe(moved: number, taken: boolean): void {
    this.#moved = moved;
    // Labels may be others now, and slack belongs to those that were.
    if (!taken) {
      this.forget();
      return;
    }
    const looked = this.#workspace.takeLooked();
    if (this.#isFirst || looked <= this.#most) return;
    this.#resting = FIRST_REST * 2 ** this.#strikes++;
    this.forget();
  }
}
