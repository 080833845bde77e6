import { inertiaBySums, type Partials, type Workspace } from "@kentro/kernel";
import type { Pace } from "../pace.ts";

/** Fewer rows are not worth the bookkeeping. */
const FEWEST_ROWS = 4096;

/** Where more than this part of the rows must be looked at, passing over the others does not pay. */
const MOST_LOOKED = 0.4;

/** Plain steps at the start of a run, when centroids move too far for anything to be passed over. */
const FIRST_STEPS = 2;

/** Plain steps before the first new try; twice as many before each further one. */
const FIRST_REST = 4;

/** Rows whose squares are summed between two breaths. */
const ROWS_AT_ONCE = 65_536;

/**
 * Steps that pass over rows whose label cannot have changed (Hamerly 2010; see the kernel's `assembly/bounded.ts`): it
 * follows how far centroids move, and has the rows looked at again where that does not pay. Only counts decide, never
 * time.
 */
export class Bounds {
  readonly #workspace: Workspace;
  readonly #columns: number;
  /** The centroids of the step before, as the kernel saw them; null where no slack is kept. */
  #before: Float64Array | null = null;
  #reach: Float64Array = new Float64Array(0);
  #squares: Float64Array | null = null;
  /** Steps that passed over too few rows since the start of the run. */
  #strikes = 0;
  /** Plain steps to come before the next try. */
  #resting = 0;

  /** Bounds over the rows of a workspace; null where there are too few, or they have weights. */
  static over(workspace: Workspace): Bounds | null {
    const { rows, weighted } = workspace.shape;
    return weighted || rows < FEWEST_ROWS ? null : new Bounds(workspace);
  }

  private constructor(workspace: Workspace) {
    this.#workspace = workspace;
    this.#columns = workspace.shape.columns;
  }

  /** Starts a run of `k` centroids. */
  begin(k: number): void {
    this.#reach = new Float64Array(k);
    this.#strikes = 0;
    this.#resting = FIRST_STEPS;
    this.forget();
  }

  /** What was kept of the rows is lost, or no longer true. */
  forget(): void {
    this.#before = null;
  }

  /** Readies the kernel for a step from these centroids; false where it had better be a plain one. */
  advance(centroids: Float64Array): boolean {
    if (this.#resting > 0) {
      this.#resting--;
      return false;
    }
    const now = this.#asSeen(centroids);
    if (this.#before === null) {
      this.#reach.fill(0);
      this.#workspace.beginBounds();
    } else {
      extend(this.#reach, this.#before, now, this.#columns);
    }
    this.#before = now;
    this.#workspace.writeReach(this.#reach.map((reach) => this.#roundedUp(reach)));
    return true;
  }

  /** Looks at how many rows the bounded step could not pass over, the first after `forget` aside. */
  judge(isFirst: boolean): void {
    const looked = this.#workspace.takeLooked();
    if (isFirst || looked <= MOST_LOOKED * this.#workspace.shape.rows) return;
    this.#resting = FIRST_REST * 2 ** this.#strikes++;
    this.forget();
  }

  /** Whether the next bounded step must look at every row. */
  get isFresh(): boolean {
    return this.#before === null;
  }

  /** The inertia of the labels of a step to the centroids that it was given. */
  async inertia(partials: Partials, centroids: Float64Array, pace: Pace): Promise<number> {
    this.#squares ??= await this.#sumSquares(pace);
    return inertiaBySums(partials, this.#squares, this.#asSeen(centroids));
  }

  async #sumSquares(pace: Pace): Promise<Float64Array> {
    const { rows } = this.#workspace.shape;
    const squares = new Float64Array(2);
    for (let first = 0; first < rows; first += ROWS_AT_ONCE) {
      this.#workspace.addSquares(first, Math.min(ROWS_AT_ONCE, rows - first), squares);
      if (pace.due()) await pace.breathe();
    }
    return squares;
  }

  #asSeen(centroids: Float64Array): Float64Array {
    return this.#workspace.shape.precision === "float32" ? centroids.map(Math.fround) : centroids.slice();
  }

  /** A number of the kernel's precision that is not smaller. */
  #roundedUp(value: number): number {
    return this.#workspace.shape.precision === "float32" ? Math.fround(value * (1 + 2 ** -22)) : value * (1 + 2 ** -51);
  }
}

/** A little more than rounding can take from a reach: the kernel asks for room for its own rounding beside it. */
const MARGIN = 1 + 2 ** -16;

/** Adds to the reach of each label how far its centroid moved, and how far any other did at most. */
function extend(reach: Float64Array, before: Float64Array, now: Float64Array, columns: number): void {
  const shifts = reach.map((_, c) => {
    let squared = 0;
    for (let at = c * columns; at < (c + 1) * columns; at++) squared += (now[at] - before[at]) ** 2;
    return Math.sqrt(squared);
  });
  let farthest = 0;
  shifts.forEach((shift, c) => {
    if (shift > shifts[farthest]) farthest = c;
  });
  let second = 0;
  shifts.forEach((shift, c) => {
    if (c !== farthest) second = Math.max(second, shift);
  });
  shifts.forEach((shift, c) => {
    reach[c] += (shift + (c === farthest ? second : shifts[farthest])) * MARGIN;
  });
}
