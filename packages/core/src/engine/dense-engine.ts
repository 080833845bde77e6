import { chunkRows, createPartials, MOST_CANDIDATES, type Partials, type Workspace } from "@kentro/kernel";
import type { Pace } from "../pace.ts";
import { Bounds } from "./bounds.ts";
import type { Engine, Survey } from "./engine.ts";
import { tooLargeOr } from "./memory.ts";

/** Multiply-adds in one call of the kernel: a few milliseconds, so that an abort is heard soon. */
const WORK_AT_ONCE = 16_000_000;

/** Rows whose seeding costs are summed together: a draw looks at the sums first, and then at the rows of one. */
const SEED_ROWS = 8192;

/** The SIMD kernels on this thread: every distance of every row, or of those alone whose label may change. */
export class DenseEngine implements Engine {
  readonly rows: number;
  readonly columns: number;
  readonly #workspace: Workspace;
  readonly #weights: Float64Array | null;
  readonly #cumulativeWeights: Float64Array | null;
  readonly #seedCosts: Float64Array;
  readonly #bounds: Bounds | null;
  #partials: Partials;
  /** Costs of the last survey, `1 + k`: the inertia, then each removal. */
  #costs: Float64Array = new Float64Array(0);
  /** The centroids of the last survey, and those of the last step that compared changed ones. */
  #surveyed: Float64Array = new Float64Array(0);
  #before: Float64Array = new Float64Array(0);

  /** `weights` are those written to the workspace, or null. */
  constructor(workspace: Workspace, weights: Float64Array | null) {
    this.rows = workspace.shape.rows;
    this.columns = workspace.shape.columns;
    this.#workspace = workspace;
    this.#weights = weights;
    this.#cumulativeWeights = weights === null ? null : cumulative(weights);
    this.#seedCosts = new Float64Array(Math.ceil(this.rows / SEED_ROWS));
    this.#bounds = Bounds.over(workspace);
    this.#partials = createPartials(1, this.columns);
  }

  begin(k: number): void {
    try {
      this.#workspace.begin(k);
    } catch (cause) {
      throw tooLargeOr(cause, `${this.rows} rows x ${this.columns} columns with ${k} clusters`);
    }
    this.#bounds?.begin(k);
    if (this.#partials.counts.length !== k) this.#partials = createPartials(k, this.columns);
  }

  async step(centroids: Float64Array, pace: Pace): Promise<Partials> {
    this.#workspace.writeCentroids(centroids);
    this.#workspace.beginStep();
    const bounded = this.#bounds?.advance(centroids) ?? false;
    const moved = await this.#assign(centroids, pace, (first, rows) => {
      return bounded
        ? this.#workspace.assignBounded(first, rows)
        : this.#workspace.assign(first, rows, this.#bounds === null);
    });
    this.#workspace.readPartials(this.#partials);
    this.#partials.moved = moved;
    this.#bounds?.observe(moved, bounded);
    // Bounded steps have no distances to sum; so that inertias compare, plain ones between them take theirs alike.
    if (this.#bounds) {
      const inertia = await this.#bounds.inertia(this.#partials, centroids, pace);
      this.#partials.inertia = inertia ?? (await this.#inertiaByDistances(centroids, pace));
    }
    return this.#partials;
  }

  async farthest(centroids: Float64Array, count: number, pace: Pace): Promise<readonly number[]> {
    const rowsAtOnce = this.#rowsAtOnce(centroids.length);
    const k = centroids.length / this.columns;
    this.#workspace.writeCentroids(centroids);
    for (let first = 0; first < this.rows; first += rowsAtOnce) {
      this.#workspace.nearest(first, Math.min(rowsAtOnce, this.rows - first), k);
      if (pace.due()) await pace.breathe();
    }
    this.#bounds?.forget();
    return largest(this.#workspace.closest(), count, this.#weights);
  }

  relocate(row: number, to: number): Partials {
    const { moved, inertia } = this.#partials;
    this.#workspace.moveRow(row, to);
    this.#workspace.readPartials(this.#partials);
    this.#partials.moved = moved;
    this.#partials.inertia = inertia;
    return this.#partials;
  }

  labels(into: Int32Array): void {
    this.#workspace.readLabels(into);
  }

  point(row: number): Float64Array {
    const point = new Float64Array(this.columns);
    this.#workspace.readPoint(row, point);
    return point;
  }

  sampleByWeight(uniform: number): number {
    const sums = this.#cumulativeWeights;
    if (sums === null) return Math.floor(uniform * this.rows);
    const target = uniform * sums[this.rows - 1];
    let low = 0;
    let high = this.rows - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sums[middle] > target) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  beginSeeding(): void {
    this.#workspace.beginSeeding();
  }

  async seedCosts(candidates: readonly number[], pace: Pace): Promise<Float64Array> {
    const costs = new Float64Array(candidates.length);
    const points = candidates.map((row) => this.point(row));
    for (let first = 0; first < this.rows; first += SEED_ROWS) {
      const rows = Math.min(SEED_ROWS, this.rows - first);
      for (let i = 0; i < points.length; i++) {
        this.#workspace.writeCentroids(points[i]);
        costs[i] += this.#workspace.seedCost(first, rows, false);
      }
      if (pace.due()) await pace.breathe();
    }
    return costs;
  }

  async takeSeed(row: number, pace: Pace): Promise<void> {
    this.#workspace.writeCentroids(this.point(row));
    for (let first = 0, i = 0; first < this.rows; first += SEED_ROWS, i++) {
      this.#seedCosts[i] = this.#workspace.seedCost(first, Math.min(SEED_ROWS, this.rows - first), true);
      if (pace.due()) await pace.breathe();
    }
  }

  sampleByDistance(uniform: number): number {
    const costs = this.#seedCosts;
    let total = 0;
    for (let i = 0; i < costs.length; i++) total += costs[i];
    // Where every row lies on a seed, distances have nothing to say.
    if (total === 0) return this.sampleByWeight(uniform);
    let target = uniform * total;
    let range = 0;
    while (range < costs.length - 1 && target >= costs[range]) target -= costs[range++];
    const closest = this.#workspace.closest();
    const weights = this.#weights;
    const end = Math.min((range + 1) * SEED_ROWS, this.rows);
    let last = 0;
    for (let row = range * SEED_ROWS; row < end; row++) {
      const cost = weights === null ? closest[row] : closest[row] * weights[row];
      if (cost === 0) continue;
      last = row;
      target -= cost;
      if (target < 0) return row;
    }
    // Rounding may leave a little of the target: it belongs to the last row that can be drawn.
    return last;
  }

  /** Works through all rows, range by range, each within one partition; returns how many labels changed. */
  async #assign(centroids: Float64Array, pace: Pace, assign: (first: number, rows: number) => number): Promise<number> {
    const { partitionRows } = this.#workspace.shape;
    const rowsAtOnce = this.#rowsAtOnce(centroids.length);
    let moved = 0;
    for (let start = 0; start < this.rows; start += partitionRows) {
      const end = Math.min(start + partitionRows, this.rows);
      for (let first = start; first < end; first += rowsAtOnce) {
        moved += assign(first, Math.min(rowsAtOnce, end - first));
        if (pace.due()) await pace.breathe();
      }
    }
    return moved;
  }

  /** Rows have their labels already: assigning them again changes none, and leaves slack alone. */
  async #inertiaByDistances(centroids: Float64Array, pace: Pace): Promise<number> {
    await this.#assign(centroids, pace, (first, rows) => this.#workspace.assign(first, rows, true));
    const again = createPartials(this.#partials.counts.length, this.columns);
    this.#workspace.readPartials(again);
    return again.inertia;
  }

  #rowsAtOnce(values: number): number {
    const chunk = chunkRows(this.#workspace.shape.precision);
    return Math.max(1, Math.floor(WORK_AT_ONCE / values / chunk)) * chunk;
  }

  async survey(centroids: Float64Array, pace: Pace): Promise<Survey> {
    const k = centroids.length / this.columns;
    try {
      this.#workspace.beginSurvey(centroids);
    } catch (cause) {
      throw tooLargeOr(cause, `${this.rows} rows x ${this.columns} columns with ${k} clusters to be exchanged`);
    }
    await this.#assign(centroids, pace, (first, rows) => {
      this.#workspace.survey(first, rows);
      return 0;
    });
    this.#workspace.endSurvey();
    this.#surveyed = centroids.slice();
    this.#costs = new Float64Array(1 + k);
    this.#workspace.readSurvey(this.#costs);
    return { inertia: this.#costs[0], removals: this.#costs.subarray(1) };
  }

  resume(): void {
    this.#workspace.resumeSurvey();
    this.#before = this.#surveyed;
    const k = this.#surveyed.length / this.columns;
    if (this.#partials.counts.length !== k) this.#partials = createPartials(k, this.columns);
  }

  async stepChanged(centroids: Float64Array, pace: Pace): Promise<Partials> {
    const k = centroids.length / this.columns;
    const changed = changedBetween(this.#before, centroids, this.columns);
    // With many of them, a look at all centroids costs no more and gathers no rows.
    const count = changed.length * 2 > k ? k : changed.length;
    this.#workspace.writeCentroids(centroids);
    this.#workspace.beginStep();
    if (count < k) this.#workspace.writeChanged(changed);
    const moved = await this.#assign(centroids, pace, (first, rows) => {
      return this.#workspace.assignChanged(first, rows, count);
    });
    this.#workspace.readPartials(this.#partials);
    this.#partials.moved = moved;
    this.#before = centroids;
    return this.#partials;
  }

  sampleBySurvey(uniform: number): number {
    const distances = this.#workspace.surveyed();
    const weights = this.#weights;
    let target = uniform * this.#costs[0];
    let last = 0;
    for (let row = 0; row < distances.length; row++) {
      const cost = weights === null ? distances[row] : distances[row] * weights[row];
      if (cost === 0) continue;
      last = row;
      target -= cost;
      if (target < 0) return row;
    }
    return last;
  }

  surveyedLabel(row: number): number {
    return this.#workspace.surveyedLabel(row);
  }

  async exchangeGains(candidates: readonly number[], pace: Pace): Promise<Float64Array> {
    const width = this.#costs.length;
    const gains = new Float64Array(candidates.length * width);
    for (let at = 0; at < candidates.length; at += MOST_CANDIDATES) {
      const some = candidates.slice(at, at + MOST_CANDIDATES);
      this.#workspace.beginExchange(some);
      await this.#assign(gains, pace, (first, rows) => {
        this.#workspace.exchange(first, rows, some.length);
        return 0;
      });
      this.#workspace.readExchange(gains.subarray(at * width, (at + some.length) * width));
    }
    return gains;
  }
}

function cumulative(weights: Float64Array): Float64Array {
  let sum = 0;
  return weights.map((weight) => {
    sum += weight;
    return sum;
  });
}

/** Indices of the `count` largest values of positive weight, largest first, ties to the lowest index. */
function largest(values: ArrayLike<number>, count: number, weights: Float64Array | null): readonly number[] {
  const found: number[] = [];
  for (let row = 0; row < values.length; row++) {
    if (weights !== null && weights[row] === 0) continue;
    if (found.length === count && values[row] <= values[found[count - 1]]) continue;
    let at = found.length;
    while (at > 0 && values[found[at - 1]] < values[row]) at--;
    found.splice(at, 0, row);
    if (found.length > count) found.pop();
  }
  return found;
}

/** Indices of the centroids that are not where they were, ascending. */
function changedBetween(before: Float64Array, now: Float64Array, columns: number): readonly number[] {
  const changed: number[] = [];
  for (let at = 0; at < now.length; at++) {
    if (now[at] === before[at]) continue;
    const index = Math.floor(at / columns);
    changed.push(index);
    at = (index + 1) * columns - 1;
  }
  return changed;
}
