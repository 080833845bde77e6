import type { Divisible } from "./divisible.ts";
import { growMemory } from "./layout.ts";
import { compileKernel, compileSharedKernel } from "./module.ts";
import type { Partials } from "./partials.ts";
import { Tree, type TreeOperation } from "./tree.ts";
import { Bounds } from "./workspace/bounds.ts";
import { Distances } from "./workspace/distances.ts";
import { Exchange } from "./workspace/exchange.ts";
import { Loading, type Moments } from "./workspace/loading.ts";
import { WorkspaceMemory } from "./workspace/memory.ts";
import { comparisonsOf, OPERATIONS, type Operation, resultsOf } from "./workspace/operations.ts";
import type { WorkspaceShape } from "./workspace/places.ts";
import { Rounding } from "./workspace/rounding.ts";
import { Steps } from "./workspace/steps.ts";

export type { Operation } from "./workspace/operations.ts";

/** What a thread needs to take part in the work on another's data set. */
export interface WorkspaceSeat {
  readonly kind: "workspace";
  readonly shape: WorkspaceShape;
  readonly memory: WebAssembly.Memory;
  readonly module: WebAssembly.Module;
  /** Which scratch is its own: 1 to threads - 1, for 0 is that of the thread that leads. */
  readonly index: number;
}

/**
 * One data set in one WebAssembly memory, and the kernels over it. Where things lie is told in `workspace/places.ts`; each
 * file beside it calls the kernels for one purpose, and its methods do what is said of them here.
 *
 * Ranges of rows are `(first, rows)`, where `first` is a multiple of `chunkRows(precision)`. Arguments are assumed
 * valid. The memory is given back when the workspace is no longer referenced.
 */
export class Workspace implements Divisible<Operation> {
  readonly shape: WorkspaceShape;
  readonly partitions: number;
  /** Null where there is no room for one. */
  readonly tree: Tree | null;
  readonly operations: readonly Operation[] = OPERATIONS;
  /** Null where the memory is not shared. */
  readonly #seat: Omit<WorkspaceSeat, "index"> | null;
  readonly #memory: WorkspaceMemory;
  readonly #loading: Loading;
  readonly #steps: Steps;
  readonly #rounding: Rounding;
  readonly #bounds: Bounds;
  readonly #distances: Distances;
  readonly #exchange: Exchange;

  /**
   * Makes room for a data set of this shape. Throws KernelMemoryError beyond 4 GiB.
   *
   * @param shared a memory for threads to share, of any size and content; without it the workspace has its own
   */
  static async create(shape: WorkspaceShape, shared?: WebAssembly.Memory): Promise<Workspace> {
    if (shared === undefined) return new Workspace(shape, await compileKernel(), null, 0);
    return new Workspace(shape, await compileSharedKernel(), shared, 0);
  }

  /** The data set of another thread, for it to share out the work. */
  static join({ shape, module, memory, index }: WorkspaceSeat): Workspace {
    return new Workspace(shape, module, memory, index);
  }

  private constructor(
    shape: WorkspaceShape,
    module: WebAssembly.Module,
    shared: WebAssembly.Memory | null,
    index: number,
  ) {
    const memory = new WorkspaceMemory(shape, module, shared, index);
    this.shape = shape;
    this.partitions = memory.partitions;
    this.#seat = shared && { kind: "workspace", shape, memory: shared, module };
    this.#memory = memory;
    this.#loading = new Loading(memory);
    this.#steps = new Steps(memory);
    this.#rounding = new Rounding(memory);
    this.#bounds = new Bounds(memory, this.#rounding);
    this.#distances = new Distances(memory);
    this.#exchange = new Exchange(memory);
    const { tree, points, labels, closest } = memory.rows;
    this.tree = tree && new Tree(shape, tree, { points, labels, passage: closest }, memory.trees, memory.wasm, index);
  }

  /**
   * Takes a range of rows of a row-major array: each value becomes `(value - origin[column]) * scale`, in float64 and
   * rounded once. Weights, where rows have them, must have been written for `moments` to be of use.
   */
  writePoints(
    first: number,
    values: Float32Array | Float64Array,
    origin: ArrayLike<number>,
    scale: number,
    moments?: Moments,
  ): void {
    this.#loading.writePoints(first, values, origin, scale, moments);
  }

  /** Moments of no rows. */
  createMoments(): Moments {
    return this.#loading.createMoments();
  }

  /** Sums and sums of squares of each column, of all rows together. */
  readMoments(moments: Moments): { readonly sums: Float64Array; readonly squares: Float64Array } {
    return this.#loading.readMoments(moments);
  }

  writeWeights(weights: ArrayLike<number>): void {
    this.#loading.writeWeights(weights);
  }

  /** One row as it was written: shifted and scaled. */
  readPoint(row: number, into: Float64Array): void {
    this.#loading.readPoint(row, into);
  }

  /** Clusters of the run at hand, 0 before the first. */
  get k(): number {
    return this.#memory.k;
  }

  /** Starts a run of `k` centroids: no row has a label, all sums are zero. */
  begin(k: number): void {
    this.#memory.reserve(k);
    this.#memory.k = k;
    this.#steps.beginRun();
    if (this.shape.quantized) this.#rounding.forget();
  }

  /** Sets the centroids (`k x columns`, shifted and scaled as the points are); float32 kernels round them. */
  writeCentroids(centroids: Float64Array): void {
    const memory = this.#memory;
    memory.written = centroids.length / this.shape.columns;
    memory.reserve(memory.written);
    memory.views.elements.set(centroids, memory.run.centroids / memory.elementBytes);
  }

  get rows(): number {
    return this.shape.rows;
  }

  get partitionRows(): number {
    return this.shape.partitionRows;
  }

  get state(): readonly number[] {
    const { run, k, written, hasSurveys } = this.#memory;
    return [run.capacity, k, written, hasSurveys ? 1 : 0, this.#exchange.count];
  }

  follow([capacity, k, written, surveys, count]: Iterable<number>): void {
    // The memory has grown already.
    this.#memory.reserve(capacity, surveys === 1);
    this.#memory.k = k;
    this.#memory.written = written;
    this.#exchange.count = count;
  }

  seat(index: number): WorkspaceSeat | null {
    return this.#seat && { ...this.#seat, index };
  }

  workOf(operation: Operation): number {
    const { rows, columns } = this.shape;
    return rows * columns * comparisonsOf(operation, this.#memory.written, this.#exchange.count);
  }

  /** How many numbers `perform` gives for each range of `rowsAtOnce` rows. */
  resultsOf(operation: Operation, rowsAtOnce: number): number {
    return resultsOf(operation, rowsAtOnce, this.#memory.written);
  }

  results(count: number): Float64Array {
    const regions = this.#memory.spare();
    const at = regions.take(count * 8);
    growMemory(this.#memory.wasm, regions.end);
    return this.#memory.views.doubles.subarray(at / 8, at / 8 + count);
  }

  /** Does a piece of work: to a range that lies in one partition. Its numbers go to `into`, from index `at` on. */
  perform(operation: Operation, first: number, rows: number, into: Float64Array, at: number): void {
    const { written } = this.#memory;
    switch (operation) {
      case "assign":
        into[at] = this.assign(first, rows, false);
        return;
      case "assignWithInertia":
        into[at] = this.assign(first, rows, true);
        return;
      case "assignBounded":
        into[at] = this.assignBounded(first, rows);
        return;
      case "quantize":
        this.#rounding.quantize(first, rows);
        return;
      case "assignQuantized":
        into[at] = this.#rounding.assign(first, rows);
        return;
      case "nearest":
        this.nearest(first, rows, written);
        return;
      case "distances":
        this.allDistances(first, rows, written, into.subarray(at, at + rows * written));
        return;
      case "seedCosts":
        for (let c = 0; c < written; c++) into[at + c] = this.seedCost(first, rows, c, false);
        return;
      case "takeSeed":
        into[at] = this.seedCost(first, rows, 0, true);
        return;
      case "survey":
        this.survey(first, rows);
        return;
      case "assignChanged":
        into[at] = this.assignChanged(first, rows);
        return;
      case "exchange":
        this.exchange(first, rows);
        return;
      default:
        into[at] = this.#performInTree(operation, first, rows);
    }
  }

  #performInTree(operation: TreeOperation, first: number, rows: number): number {
    if (this.tree === null) throw new RangeError(`Expected room for a tree, got ${operation} without it`);
    const memory = this.#memory;
    const partition = memory.partitionOf(first);
    return this.tree.perform(operation, first, rows, {
      centroids: memory.run.centroids,
      k: memory.k,
      sums: memory.sumsOf(partition),
      counts: memory.countsOf(partition),
      scratch: memory.treeScratchOf(partition),
    });
  }

  /** Forgets the inertia of the step before; sums and counts stay, since steps only change what moved. */
  beginStep(): void {
    this.#steps.beginStep();
  }

  /** One step over a range, which must lie in one partition; returns how many labels changed. Inertia is taken if wanted. */
  assign(first: number, rows: number, wantsInertia: boolean): number {
    return this.#steps.assign(first, rows, wantsInertia);
  }

  /** Gives a row to another cluster, in labels, counts and sums. */
  moveRow(row: number, to: number): void {
    this.#steps.moveRow(row, to);
  }

  /** Adds the squares of a range's values, as they were written, to an unevaluated pair of float64. */
  addSquares(first: number, rows: number, pair: Float64Array): void {
    this.#steps.addSquares(first, rows, pair);
  }

  /** Adds the partitions' sums, counts and inertia, in the order of the partitions. */
  readPartials(into: Partials): void {
    this.#steps.readPartials(into);
  }

  readLabels(into: Int32Array): void {
    this.#steps.readLabels(into);
  }

  /** Forgets all slack: every row is looked at in the next bounded step. `closest` and slack share their place. */
  beginBounds(): void {
    this.#bounds.begin();
  }

  /** Sets the reach of any label and of each, as `assignBounded` in `assembly/bounded.ts` wants it. */
  writeReach(any: number, reach: Float64Array): void {
    this.#bounds.writeReach(any, reach);
  }

  /** As `assign`, but rows that cannot have moved are passed over and no inertia is taken. Rows without weights only. */
  assignBounded(first: number, rows: number): number {
    return this.#bounds.assign(first, rows);
  }

  /** How many rows bounded steps have looked at since the last call. */
  takeLooked(): number {
    return this.#bounds.takeLooked();
  }

  /**
   * Readies rows to be rounded, by the operation `quantize`: column `j` lies between `low[j]` and `high[j]` around `means[j]`,
   * as written. False where they are all the same.
   */
  beginQuantized(low: Float64Array, high: Float64Array, means: Float64Array): boolean {
    return this.#rounding.begin(low, high, means);
  }

  /**
   * Rounds centroids, beside those written, for `assignQuantized` and for the first look of `assignBounded`; false where they
   * cannot be told apart that way.
   */
  writeRounded(centroids: Float64Array): boolean {
    return this.#rounding.write(centroids);
  }

  /** Has the next bounded step do without rounded rows. */
  forgetRounded(): void {
    this.#rounding.forget();
  }

  /** How many rows `assignQuantized` has looked at in full since the last call. */
  takeDoubted(): number {
    return this.#rounding.takeDoubted();
  }

  /** Labels and squared distances of a range for the centroids as written, leaving sums alone. */
  nearest(first: number, rows: number, k: number): void {
    this.#distances.nearest(first, rows, k);
  }

  /** Squared distances of a range to all `k` centroids as written, `rows x k`. */
  allDistances(first: number, rows: number, k: number, into: Float64Array): void {
    this.#distances.all(first, rows, k, into);
  }

  /** Forgets the seeds: every row is infinitely far from its nearest one. */
  beginSeeding(): void {
    this.#distances.beginSeeding();
  }

  /** The (weighted) sum of squared distances of a range if a centroid, as written, joined the seeds; with `take` it joins. */
  seedCost(first: number, rows: number, centroid: number, take: boolean): number {
    return this.#distances.seedCost(first, rows, centroid, take);
  }

  /** Squared distance of each row to its nearest seed (or, after `nearest`, centroid). A view: not to be kept. */
  closest(): Float32Array | Float64Array {
    return this.#distances.closest();
  }

  /** Starts a survey of centroids, shifted and scaled as the points are. A run of as many centroids goes on with it. */
  beginSurvey(centroids: Float64Array): void {
    const memory = this.#memory;
    const k = centroids.length / this.shape.columns;
    if (!memory.hasSurveys || memory.k !== k) {
      memory.reserve(k, true);
      this.begin(k);
    }
    this.writeCentroids(centroids);
    this.#exchange.beginSurvey();
  }

  /** Finds the two nearest centroids of a range, which must lie in one partition, and assigns its rows. */
  survey(first: number, rows: number): void {
    this.#exchange.survey(first, rows);
  }

  /** Keeps what the survey summed, for `resumeSurvey`. */
  endSurvey(): void {
    this.#exchange.endSurvey();
  }

  /** Adds the partitions' costs (see `assembly/exchange.ts`) to `into`, `1 + k`, in the order of the partitions. */
  readSurvey(into: Float64Array): void {
    this.#exchange.readCosts(into);
  }

  /** Copies the inertia of the surveyed centroids in each partition. */
  readSurveyedInertias(into: Float64Array): void {
    this.#exchange.readInertias(into);
  }

  /** Squared distance of each row to its nearest surveyed centroid. A view: not to be kept. */
  surveyed(): Float32Array | Float64Array {
    return this.#exchange.distances();
  }

  /** Index of the surveyed centroid nearest to a row. */
  surveyedLabel(row: number): number {
    return this.#exchange.labelOf(row);
  }

  /** Starts to weigh at most `MOST_CANDIDATES` rows as candidates against the centroids of the last survey. */
  beginExchange(rows: readonly number[]): void {
    this.#exchange.beginExchange(rows);
  }

  /** Weighs the candidates over a range, which must lie in one partition. */
  exchange(first: number, rows: number): void {
    this.#exchange.exchange(first, rows);
  }

  /** Adds the partitions' gains to `into`, `count x (1 + k)` from index `at` on, in the order of the partitions. */
  readExchange(into: Float64Array, at: number): void {
    this.#exchange.readGains(into, at);
  }

  /** Goes back to the end of the last survey: labels, distances, sums and counts are those of its centroids. */
  resumeSurvey(): void {
    this.#exchange.resumeSurvey();
  }

  /**
   * Says which centroids, as written, are others than in the step before, whose distances must still be there; null for a
   * step that compares with all.
   */
  writeChanged(indices: readonly number[] | null): void {
    this.#exchange.writeChanged(indices);
  }

  /** As `assign`, for the changed centroids; where all have, nothing of the step before is needed. */
  assignChanged(first: number, rows: number): number {
    return this.#exchange.assignChanged(first, rows);
  }
}
