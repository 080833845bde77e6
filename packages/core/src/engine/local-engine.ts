import { createPartials, type Operation, type Partials, type Workspace } from "@kentro/kernel";
import type { EngineReport } from "../model/engine-report.ts";
import type { Pace } from "../pace.ts";
import { type Piece, piecesOf } from "../threads/pieces.ts";
import type { Team } from "../threads/team.ts";
import { Crew, rowsAtOnceFor } from "./crew.ts";
import { rowAtCost } from "./draw.ts";
import type { Engine, Survey } from "./engine.ts";
import { asSeen, InertiaBySums } from "./inertia.ts";
import { tooLargeOr } from "./memory.ts";
import type { Spread } from "./prepare.ts";
import { noSteps, reportOf } from "./report.ts";
import { type EngineName, hasWays, type Steps, waysOver } from "./steps/steps.ts";
import { Surveys } from "./surveys.ts";

/** Rows whose seeding costs are summed together: a draw looks at the sums first, and then at the rows of one. */
const SEED_ROWS = 8192;

/** The kernels in this process. Each step is computed in the way that suits it best. */
export class LocalEngine implements Engine {
  readonly rows: number;
  readonly columns: number;
  readonly #workspace: Workspace;
  readonly #weights: Float64Array | null;
  readonly #cumulativeWeights: Float64Array | null;
  readonly #crew: Crew<Operation>;
  readonly #seedPieces: readonly Piece[];
  /** What each of these pieces contributes to the inertia of the seeds. */
  readonly #seedCosts: Float64Array;
  readonly #ways: readonly Steps[];
  /** Null where steps take their inertia by distances. */
  readonly #inertia: InertiaBySums | null;
  readonly #only: EngineName | null;
  /** Steps that were taken each way. */
  readonly #taken: Record<EngineName, number>;
  /** By k: an elbow comes back to the same ones very often. */
  readonly #partialsByK: Map<number, Partials> = new Map();
  #partials: Partials;
  readonly #surveys: Surveys;
  #k = 0;

  /**
   * @param weights those written to the workspace, or null
   * @param spread  how the values of each column spread, as written
   * @param team    the threads that take part
   * @param only    the one way to compute steps that is wanted, or null for whichever suits
   */
  constructor(workspace: Workspace, weights: Float64Array | null, spread: Spread, team: Team, only: EngineName | null) {
    this.rows = workspace.shape.rows;
    this.columns = workspace.shape.columns;
    this.#workspace = workspace;
    this.#weights = weights;
    this.#cumulativeWeights = weights === null ? null : cumulative(weights);
    this.#crew = new Crew(workspace, team);
    this.#surveys = new Surveys(workspace, this.#crew);
    this.#seedPieces = piecesOf(workspace.shape, SEED_ROWS);
    this.#seedCosts = new Float64Array(this.#seedPieces.length);
    this.#ways = waysOver(workspace, this.#crew, spread, only);
    this.#inertia = hasWays(workspace.shape) ? new InertiaBySums(workspace) : null;
    this.#only = only;
    this.#taken = noSteps();
    this.#partials = this.#partialsOf(1);
  }

  get k(): number {
    return this.#k;
  }

  begin(k: number, isNear = false): void {
    try {
      this.#workspace.begin(k);
    } catch (cause) {
      throw tooLargeOr(cause, `${this.rows} rows x ${this.columns} columns with ${k} clusters`);
    }
    this.#k = k;
    for (const way of this.#ways) way.begin(k, isNear);
    this.#partials = this.#partialsOf(k);
  }

  step(centroids: Float64Array, pace: Pace): Partials | Promise<Partials> {
    this.#workspace.writeCentroids(centroids);
    this.#workspace.beginStep();
    if (this.#inertia !== null) return this.#stepOneWay(centroids, this.#inertia, pace);
    const [dense] = this.#ways;
    this.#taken[dense.name]++;
    return this.#after(this.#crew.run(dense.operation, this.#rowsAtOnce(centroids), pace));
  }

  /** What rows came to in a step. */
  #after(moved: Float64Array | Promise<Float64Array>): Partials | Promise<Partials> {
    if (moved instanceof Promise) return moved.then((each) => this.#after(each));
    this.#workspace.readPartials(this.#partials);
    this.#partials.moved = totalOf(moved);
    return this.#partials;
  }

  async #stepOneWay(centroids: Float64Array, inertia: InertiaBySums, pace: Pace): Promise<Partials> {
    const seen = asSeen(centroids, this.#workspace.shape.precision);
    const way = await this.#readyWay(seen, pace);
    const rowsAtOnce = way.rowsAtOnce ?? this.#rowsAtOnce(centroids);
    const moved = totalOf(await this.#crew.run(way.operation, rowsAtOnce, pace));
    this.#workspace.readPartials(this.#partials);
    this.#partials.moved = moved;
    this.#taken[way.name]++;
    for (const each of this.#ways) each.observe(moved, each === way);
    const bySums = await inertia.of(this.#partials, seen, pace);
    this.#partials.inertia = bySums ?? (await this.#inertiaByDistances(centroids, pace));
    return this.#partials;
  }

  async farthest(centroids: Float64Array, count: number, pace: Pace): Promise<readonly number[]> {
    this.#workspace.writeCentroids(centroids);
    await this.#crew.run("nearest", this.#rowsAtOnce(centroids), pace);
    for (const way of this.#ways) way.forget();
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

  report(): EngineReport {
    const { rows, weighted } = this.#workspace.shape;
    return reportOf({ rows, weighted, only: this.#only, steps: { ...this.#taken } });
  }

  async labels(into: Int32Array, pace: Pace): Promise<void> {
    for (const way of this.#ways) if (await way.labels?.(into, pace)) return;
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
    const points = new Float64Array(candidates.length * this.columns);
    candidates.forEach((row, i) => {
      this.#workspace.readPoint(row, points.subarray(i * this.columns, (i + 1) * this.columns));
    });
    this.#workspace.writeCentroids(points);
    const parts = await this.#crew.run("seedCosts", SEED_ROWS, pace);
    const costs = new Float64Array(candidates.length);
    for (let at = 0; at < parts.length; at++) costs[at % costs.length] += parts[at];
    return costs;
  }

  async takeSeed(row: number, pace: Pace): Promise<void> {
    this.#workspace.writeCentroids(this.point(row));
    this.#seedCosts.set(await this.#crew.run("takeSeed", SEED_ROWS, pace));
  }

  sampleByDistance(uniform: number): number {
    const costs = this.#seedCosts;
    const total = totalOf(costs);
    // Where every row lies on a seed, distances have nothing to say.
    if (total === 0) return this.sampleByWeight(uniform);
    return rowAtCost(uniform * total, costs, this.#seedPieces, this.#workspace.closest(), this.#weights);
  }

  #partialsOf(k: number): Partials {
    const known = this.#partialsByK.get(k);
    if (known !== undefined) return known;
    const partials = createPartials(k, this.columns);
    this.#partialsByK.set(k, partials);
    return partials;
  }

  /** The first way that takes a step from centroids, as the kernel sees them. */
  async #readyWay(seen: Float64Array, pace: Pace): Promise<Steps> {
    for (const way of this.#ways) {
      const ready = way.advance(seen, pace);
      if (ready === true || (ready !== false && (await ready))) return way;
    }
    throw new RangeError("The last way takes every step");
  }

  /** Rows have their labels already: assigning them again changes none, and leaves slack alone. */
  async #inertiaByDistances(centroids: Float64Array, pace: Pace): Promise<number> {
    for (const way of this.#ways) await way.settle?.(pace);
    await this.#crew.run("assignWithInertia", this.#rowsAtOnce(centroids), pace);
    const again = createPartials(this.#partials.counts.length, this.columns);
    this.#workspace.readPartials(again);
    return again.inertia;
  }

  #rowsAtOnce(centroids: Float64Array): number {
    return rowsAtOnceFor(centroids.length, this.#workspace.shape.precision);
  }

  async survey(centroids: Float64Array, pace: Pace): Promise<Survey> {
    const k = centroids.length / this.columns;
    if (this.#k !== k) this.begin(k);
    for (const way of this.#ways) {
      await way.settle?.(pace);
      way.forget();
    }
    return await this.#surveys.take(centroids, this.#rowsAtOnce(centroids), pace);
  }

  resume(): void {
    const k = this.#surveys.resume();
    for (const way of this.#ways) way.forget();
    this.#partials = this.#partialsOf(k);
  }

  stepChanged(centroids: Float64Array, pace: Pace): Partials | Promise<Partials> {
    return this.#after(this.#surveys.stepChanged(centroids, this.#rowsAtOnce(centroids), pace));
  }

  sampleBySurvey(uniform: number): number {
    return this.#surveys.sample(uniform, this.#weights);
  }

  surveyedLabel(row: number): number {
    return this.#workspace.surveyedLabel(row);
  }

  async exchangeGains(candidates: readonly number[], pace: Pace): Promise<Float64Array> {
    return await this.#surveys.exchangeGains(candidates, pace);
  }
}

function totalOf(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total;
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
