import { MOST_CANDIDATES, type Operation, type Workspace } from "@kentro/kernel";
import type { Pace } from "../pace.ts";
import { type Piece, piecesOf } from "../threads/pieces.ts";
import { type Crew, rowsAtOnceFor } from "./crew.ts";
import { rowAtCost } from "./draw.ts";
import type { Survey } from "./engine.ts";
import { tooLargeOr } from "./memory.ts";

/** What an exchange of a centroid for a row would cost, from a survey of the two nearest centroids of every row. */
export class Surveys {
  readonly #workspace: Workspace;
  readonly #crew: Crew<Operation>;
  readonly #columns: number;
  readonly #partitions: readonly Piece[];
  /** Costs of the last survey, `1 + k`: the inertia, then each removal. */
  #costs: Float64Array = new Float64Array(0);
  /** The share of each partition in the inertia of the last survey. */
  readonly #inertias: Float64Array;
  /** The centroids of the last survey, and those of the last step that compared changed ones. */
  #surveyed: Float64Array = new Float64Array(0);
  #before: Float64Array = new Float64Array(0);

  constructor(workspace: Workspace, crew: Crew<Operation>) {
    this.#workspace = workspace;
    this.#crew = crew;
    this.#columns = workspace.shape.columns;
    this.#partitions = piecesOf(workspace.shape, workspace.shape.partitionRows);
    this.#inertias = new Float64Array(this.#partitions.length);
  }

  async take(centroids: Float64Array, rowsAtOnce: number, pace: Pace): Promise<Survey> {
    const k = centroids.length / this.#columns;
    const { rows } = this.#workspace.shape;
    try {
      this.#workspace.beginSurvey(centroids);
    } catch (cause) {
      throw tooLargeOr(cause, `${rows} rows x ${this.#columns} columns with ${k} clusters to be exchanged`);
    }
    await this.#crew.run("survey", rowsAtOnce, pace);
    this.#workspace.endSurvey();
    this.#surveyed = centroids.slice();
    this.#costs = new Float64Array(1 + k);
    this.#workspace.readSurvey(this.#costs);
    this.#workspace.readSurveyedInertias(this.#inertias);
    return { inertia: this.#costs[0], removals: this.#costs.subarray(1) };
  }

  /** Goes back to where the last survey ended, and says of how many centroids it was. */
  resume(): number {
    this.#workspace.resumeSurvey();
    this.#before = this.#surveyed;
    return this.#surveyed.length / this.#columns;
  }

  /** How many labels each piece of rows changed. */
  stepChanged(centroids: Float64Array, rowsAtOnce: number, pace: Pace): Float64Array | Promise<Float64Array> {
    const k = centroids.length / this.#columns;
    const changed = changedBetween(this.#before, centroids, this.#columns);
    this.#workspace.writeCentroids(centroids);
    this.#workspace.beginStep();
    // With many of them, a look at all centroids costs no more and gathers no rows.
    this.#workspace.writeChanged(changed.length * 2 > k ? null : changed);
    this.#before = centroids;
    return this.#crew.run("assignChanged", rowsAtOnce, pace);
  }

  /** A row drawn in proportion to its (weighted) squared distance to its nearest surveyed centroid. */
  sample(uniform: number, weights: Float64Array | null): number {
    const target = uniform * this.#costs[0];
    return rowAtCost(target, this.#inertias, this.#partitions, this.#workspace.surveyed(), weights);
  }

  async exchangeGains(candidates: readonly number[], pace: Pace): Promise<Float64Array> {
    const width = this.#costs.length;
    const gains = new Float64Array(candidates.length * width);
    const { precision } = this.#workspace.shape;
    for (let at = 0; at < candidates.length; at += MOST_CANDIDATES) {
      const some = candidates.slice(at, at + MOST_CANDIDATES);
      this.#workspace.beginExchange(some);
      await this.#crew.run("exchange", rowsAtOnceFor(some.length * this.#columns, precision), pace);
      this.#workspace.readExchange(gains, at * width);
    }
    return gains;
  }
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
