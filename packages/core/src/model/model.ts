import type { Precision } from "@kentro/kernel";
import type { WorkOptions } from "../options.ts";
import { Pace } from "../pace.ts";
import type { Frame } from "../points/frame.ts";
import type { Matrix, Points } from "../points/matrix.ts";
import { withTeam } from "../threads/team.ts";
import type { EngineReport } from "./engine-report.ts";
import { type KMeansModelJSON, readModel, writeModel } from "./model-json.ts";
import type { ModelParts } from "./model-parts.ts";
import { predictLabels, transformDistances } from "./predict.ts";
import type { SearchReport } from "./search-report.ts";

/** Centroids that were found, and what is needed to put new points to them. Plain data: it can be structured-cloned. */
export class KMeansModel {
  /** Number of clusters. */
  readonly k: number;
  /** The cluster centers, `k x columns`, float64, in the units of the points. */
  readonly centroids: Matrix;
  /** Sum of the (weighted) squared distances of the training points to their nearest centroid. */
  readonly inertia: number;
  /** Iterations of Lloyd's algorithm of the run that won: from its start, or from the last exchange that was kept. */
  readonly iterations: number;
  /** Whether the run ended by itself, and not because `maxIterations` were done. */
  readonly converged: boolean;
  /** Training rows in each cluster. */
  readonly sizes: readonly number[];
  /** Weights of the training rows in each cluster, added; the sizes where rows have no weights. */
  readonly weightSums: readonly number[];
  /** Precision of the training points, in which new ones are compared with the centroids. */
  readonly precision: Precision;
  /** How points are shifted and scaled before distances are taken: that of the training points. */
  readonly frame: Frame;

  /** Assumes parts that belong together: use `kmeans` or `fromJSON`. */
  constructor(parts: ModelParts) {
    this.k = parts.centroids.rows;
    this.centroids = parts.centroids;
    this.inertia = parts.inertia;
    this.iterations = parts.iterations;
    this.converged = parts.converged;
    this.sizes = parts.sizes;
    this.weightSums = parts.weightSums;
    this.precision = parts.precision;
    this.frame = parts.frame;
  }

  /**
   * The index of the nearest centroid of each row, ties to the lowest. The training points get the labels of the fit.
   *
   * @param points of as many columns as the model has
   * @throws KentroError EMPTY, RAGGED, NOT_FINITE, COLUMN_MISMATCH, or OUT_OF_RANGE for values too far off to be compared
   */
  async predict(points: Points, { threads, signal }: WorkOptions = {}): Promise<Int32Array> {
    return await withTeam(threads, (team) => predictLabels(this, points, new Pace(signal), team));
  }

  /**
   * The distance (not squared) of each row to each centroid, `rows x k`, float64.
   *
   * @param points of as many columns as the model has
   * @throws KentroError EMPTY, RAGGED, NOT_FINITE, COLUMN_MISMATCH, or OUT_OF_RANGE for values too far off to be compared
   */
  async transform(points: Points, { threads, signal }: WorkOptions = {}): Promise<Matrix> {
    return await withTeam(threads, (team) => transformDistances(this, points, new Pace(signal), team));
  }

  /** The model as plain JSON, format "kentro-kmeans", version 1. Labels are not in it. */
  toJSON(): KMeansModelJSON {
    return writeModel(this);
  }

  /**
   * A model from what `toJSON` gave, parsed or as text. The file is taken for a stranger's: lengths must agree and every
   * number must be finite.
   *
   * @throws KentroError INVALID_MODEL, or NEWER_MODEL where a newer version wrote it
   */
  static fromJSON(json: unknown): KMeansModel {
    return new KMeansModel(readModel(json));
  }
}

/** One iteration of the run that won, in the units of the points. */
export interface FitIteration {
  /** Sum of (weighted) squared distances to the centroids that the iteration began with. */
  readonly inertia: number;
  /** Squared distance that its update moved all centroids together. */
  readonly shift: number;
  /** Rows whose label changed. */
  readonly moved: number;
}

/** A model together with what is known of the points it was found on. */
export class KMeansFit extends KMeansModel {
  /** For each row the index of its nearest centroid: what `predict` says of it. */
  readonly labels: Int32Array;
  /** What each iteration of the run that won did: from a start, or from the last exchange that was kept. */
  readonly history: readonly FitIteration[];
  /** How the centroids were looked for, and what that took. */
  readonly search: SearchReport;
  /** How its steps over all rows were computed. */
  readonly engine: EngineReport;

  /** Assumes parts that belong together: use `kmeans`. */
  constructor(
    parts: ModelParts,
    labels: Int32Array,
    history: readonly FitIteration[],
    search: SearchReport,
    engine: EngineReport,
  ) {
    super(parts);
    this.labels = labels;
    this.history = history;
    this.search = search;
    this.engine = engine;
  }
}
