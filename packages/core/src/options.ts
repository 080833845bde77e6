import { ENGINES, type EngineName } from "./engine/steps/steps.ts";
import { KentroError, shown } from "./errors.ts";
import type { OnIteration } from "./iteration.ts";
import type { Points } from "./points/matrix.ts";
import type { OnProgress } from "./progress.ts";

/** What `kmeans` is asked for. Only `k` has no default. */
export interface KMeansOptions {
  /** Number of clusters: a whole number from 1 to the number of distinct rows. */
  readonly k: number;

  /**
   * Where a start begins. "k-means++" (default): greedy, 2 + floor(ln k) candidates a step. "random": different rows,
   * drawn by weight. Points: exactly these k centroids, one run of plain Lloyd stopped by tolerance.
   */
  readonly init?: "k-means++" | "random" | Points;

  /**
   * How the best clustering is looked for. "swap" (default): fresh starts improved by exchanges of a centroid for a row;
   * from tens of thousands of rows on, a sample of them is searched, and the end is on all. "restarts": plain fresh
   * starts, of which the best is kept. With given centroids there is nothing to search, and "swap" is an error.
   */
  readonly search?: "swap" | "restarts";

  /**
   * How much is done for a good clustering, a whole number >= 1. Default 10; with given centroids 1, and more is an error.
   * Search "restarts" makes so many starts. Search "swap" makes at most so many, and this times 5 + k / 2 rounds of
   * exchange in all (six times both up to 1,000 rows); it ends earlier where starts agree.
   */
  readonly restarts?: number;

  /** Iterations of one run at most, a whole number >= 1. Default 300. */
  readonly maxIterations?: number;

  /**
   * A run stops when the squared shift of all centroids together is at most this times the mean (weighted) variance of
   * the columns, or labels repeat, or inertia does not fall. The best of several starts goes on until its labels repeat.
   * Finite, >= 0. Default 1e-4.
   */
  readonly tolerance?: number;

  /** Seed of everything random, a whole number from 0 to 2^53 - 1. Default 0: the same call gives the same answer. */
  readonly seed?: number;

  /** A weight for each row, finite and >= 0, not all 0. A row of weight 0 gets a label and counts for nothing else. */
  readonly weights?: ArrayLike<number>;

  /**
   * Threads at most, a whole number >= 1; 1 starts no worker. Default: as many as the machine has, where the work is worth
   * it. The answer is the same, bit for bit, for any number.
   */
  readonly threads?: number;

  /**
   * The one way to compute steps that may be taken beside the dense one, for tests and measurements: all give the same
   * labels. Default: whichever suits the rows, columns, k and what is counted on the way.
   */
  readonly engine?: EngineName;

  /** Stops the work: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;

  /** Called for each iteration. */
  readonly onProgress?: OnProgress;

  /**
   * Called with the starting centroids of a run and after each of its iterations, in their order: k-means as it happens.
   * For given centroids, or search "restarts": there every start tells its run, and the best goes on telling at the end,
   * its iterations counted on, until its labels repeat. The run that won is the one whose steps are the fit's `history`,
   * and its last centroids are the fit's, unless a last assignment has to fill a cluster. Search "swap" tries and drops
   * so much that no run is the answer's: there it is an error.
   */
  readonly onIteration?: OnIteration;
}

/** What `elbow` is asked for. */
export interface ElbowOptions extends Omit<KMeansOptions, "k" | "onIteration"> {
  /** The first k of the curve. Default 1. */
  readonly kMin?: number;
  /** The last k of the curve; beyond the number of distinct rows the curve is shortened. Default 10. */
  readonly kMax?: number;
  /** Whether each k gets its silhouette. Default true. */
  readonly silhouette?: boolean;
}

/** What work on finished labels or models is asked for. */
export interface WorkOptions {
  /**
   * Threads at most, a whole number >= 1; 1 starts no worker. Default: as many as the machine has, where the work is worth
   * it. The answer is the same, bit for bit, for any number.
   */
  readonly threads?: number;
  /** Stops the work: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Options with their defaults filled in and checked; what needs the points (k, init, weights) is checked with them. */
export interface Settings {
  readonly init: "k-means++" | "random" | Points;
  readonly search: "swap" | "restarts";
  readonly restarts: number;
  readonly maxIterations: number;
  readonly tolerance: number;
  readonly seed: number;
  readonly engine: EngineName | null;
}

const DEFAULT_RESTARTS = 10;
const DEFAULT_MAX_ITERATIONS = 300;
const DEFAULT_TOLERANCE = 1e-4;

/** Fills in defaults. Throws KentroError INVALID_OPTION. */
export function checkedSettings(options: Omit<KMeansOptions, "k">): Settings {
  const { init = "k-means++", maxIterations = DEFAULT_MAX_ITERATIONS } = options;
  const { tolerance = DEFAULT_TOLERANCE, seed = 0, threads, engine, onIteration } = options;
  const given = typeof init !== "string";
  const { search = given ? "restarts" : "swap", restarts = given ? 1 : DEFAULT_RESTARTS } = options;
  if (!given && init !== "k-means++" && init !== "random") {
    throw new KentroError(
      "INVALID_OPTION",
      `Expected init to be "k-means++", "random" or k points, got ${shown(init)}`,
    );
  }
  if (search !== "swap" && search !== "restarts") {
    throw new KentroError("INVALID_OPTION", `Expected search to be "swap" or "restarts", got ${shown(search)}`);
  }
  if (given && search === "swap") {
    throw new KentroError(
      "INVALID_OPTION",
      'Expected no search "swap" with given centroids, which mean one run from exactly these: leave search out',
    );
  }
  if (onIteration !== undefined && search === "swap") {
    throw new KentroError(
      "INVALID_OPTION",
      'Expected no onIteration with search "swap", whose exchanges are no plain run: use search "restarts" or given centroids',
    );
  }
  requireWhole("restarts", restarts, 1);
  if (given && restarts > 1) {
    throw new KentroError(
      "INVALID_OPTION",
      `Expected restarts to be 1 with given centroids, which are one start, got ${restarts}`,
    );
  }
  requireWhole("maxIterations", maxIterations, 1);
  if (typeof tolerance !== "number" || !(tolerance >= 0 && tolerance < Number.POSITIVE_INFINITY)) {
    throw new KentroError(
      "INVALID_OPTION",
      `Expected tolerance to be a finite number of at least 0, got ${shown(tolerance)}`,
    );
  }
  requireWhole("seed", seed, 0);
  requireThreads(threads);
  if (engine !== undefined && !ENGINES.includes(engine)) {
    throw new KentroError("INVALID_OPTION", `Expected engine to be one of ${ENGINES.join(", ")}, got ${shown(engine)}`);
  }
  return { init, search, restarts, maxIterations, tolerance, seed, engine: engine ?? null };
}

/** Throws KentroError INVALID_OPTION where `threads` is given and not a whole number of at least 1. */
export function requireThreads(threads: number | undefined): void {
  if (threads !== undefined) requireWhole("threads", threads, 1);
}

/** Throws KentroError INVALID_K where `k` is not a whole number of at least 1. */
export function requireK(k: number, name = "k"): void {
  if (Number.isSafeInteger(k) && k >= 1) return;
  throw new KentroError("INVALID_K", `Expected ${name} to be a whole number of at least 1, got ${shown(k)}`);
}

/** Throws KentroError INVALID_OPTION where the option is not a whole number of at least `least`. */
export function requireWhole(name: string, value: number, least: number): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new KentroError(
    "INVALID_OPTION",
    `Expected ${name} to be a whole number of at least ${least}, got ${shown(value)}`,
  );
}
