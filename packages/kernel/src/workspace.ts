import type { Divisible } from "./divisible.ts";
import {
  chunkRows,
  createMemory,
  DISTANCE_BLOCKS,
  elementBytes,
  growMemory,
  lanesOf,
  type Precision,
  pieceRows,
  Regions,
  SPAN_CHUNKS,
  STRIDE,
} from "./layout.ts";
import {
  compileKernel,
  compileSharedKernel,
  instantiateKernel,
  type KernelInstance,
  type PrecisionExports,
} from "./module.ts";
import { addPair, type Partials } from "./partials.ts";
import { type Quantization, quantizationOf, roundCentroids } from "./quantized.ts";
import { TREE_OPERATIONS, Tree, type TreeOperation, treePlacesOf } from "./tree.ts";

/** What a workspace is made for; it does not change in its life. */
export interface WorkspaceShape {
  readonly rows: number;
  readonly columns: number;
  readonly precision: Precision;
  /** Whether rows have weights. */
  readonly weighted: boolean;
  /** Whether there is room for rows rounded to 16 bits. */
  readonly quantized: boolean;
  /** Whether there is room for a tree; partitions are then multiples of TREE_ROWS. */
  readonly tree?: boolean;
  /** Rows of each partition (the last may have fewer), a multiple of `chunkRows(precision)`. Each has its own sums. */
  readonly partitionRows: number;
  /** Threads that may work on it at a time, each with scratch of its own; 1 where it is not said. */
  readonly threads?: number;
}

/** What a thread needs to take part in the work on another's data set. */
export interface WorkspaceSeat {
  readonly kind: "workspace";
  readonly shape: WorkspaceShape;
  readonly memory: WebAssembly.Memory;
  readonly module: WebAssembly.Module;
  /** Which scratch is its own: 1 to threads - 1, for 0 is that of the thread that leads. */
  readonly index: number;
}

/** Candidates that are weighed in one look at the rows. */
export const MOST_CANDIDATES = 16;

/**
 * What can be done to a range of rows, by whichever thread: what else it needs is in the memory already. Beside it, the
 * numbers that it gives.
 *
 * - `assign`: a step; how many labels changed
 * - `assignWithInertia`: the same, and inertia is taken
 * - `assignBounded`: a step that passes over rows that cannot have moved; how many labels changed
 * - `quantize`: rounds rows to 16 bits; nothing
 * - `assignQuantized`: a step on rounded rows; how many labels changed
 * - `nearest`: labels and `closest` for the centroids as written, leaving sums alone; nothing
 * - `distances`: the squared distance of each row to each centroid, as written, `rows x k`
 * - `seedCosts`: what each centroid, as written, would leave of the sum of squared distances if it joined the seeds
 * - `takeSeed`: centroid 0, as written, joins the seeds; the sum of squared distances that is left
 * - `survey`: finds the two nearest centroids of each row, and assigns it; nothing
 * - `assignChanged`: a step that compares with the changed centroids alone where it can; how many labels changed
 * - `exchange`: weighs the candidates against the survey; nothing
 * - what a tree does: see TreeOperation
 */
export type Operation = (typeof ROW_OPERATIONS)[number] | TreeOperation;

const ROW_OPERATIONS = [
  "assign",
  "assignWithInertia",
  "assignBounded",
  "quantize",
  "assignQuantized",
  "nearest",
  "distances",
  "seedCosts",
  "takeSeed",
  "survey",
  "assignChanged",
  "exchange",
] as const;

const OPERATIONS: readonly Operation[] = [...ROW_OPERATIONS, ...TREE_OPERATIONS];

/** Centroids that a step on a tree looks at for each row, or what it does otherwise, as a rule. */
const TREE_WORK = 2;

/** Where the rule for rounded rows tells the tags of the centroids, and what it tells where they are not rounded. */
const TAGS = 6;
const NOT_ROUNDED = -1;

/**
 * What was summed of each column as points were written, in float64 before rounding: for each column the (weighted) sums of
 * the rows that fall to each lane of a block, and those of their squares. See `readMoments`.
 */
export type Moments = Float64Array;

/**
 * One data set in one WebAssembly memory, and the kernels over it. The one place that knows addresses.
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
  readonly #module: WebAssembly.Module;
  readonly #isShared: boolean;
  readonly #memory: WebAssembly.Memory;
  readonly #kernel: PrecisionExports;
  #views: Views;
  readonly #lanes: number;
  readonly #elementBytes: number;
  readonly #points: number;
  readonly #labels: number;
  readonly #weights: number;
  readonly #closest: number;
  readonly #chunkSlack: number;
  readonly #scratch: number;
  readonly #quantizedFrame: number;
  readonly #quantized: number;
  readonly #extents: number;
  readonly #perCentroid: number;
  #quantization: Quantization | null = null;
  /** Which of the threads this one is. */
  readonly #index: number;

  // Placed anew by `reserve`, behind everything that depends on the rows alone.
  #capacity = 0;
  #k = 0;
  #written = 0;
  #centroids = 0;
  #distances = 0;
  #inertia = 0;
  #looked = 0;
  #reach = 0;
  #counts = 0;
  #weightSums = 0;
  #sums = 0;
  #rounded = 0;
  #rule = 0;
  #doubted = 0;
  #sumsEnd = 0;
  #end = 0;
  /** Whether there is room for surveys. */
  #exchanges = false;
  /** Changed centroids, or candidates, that were written. */
  #count = 0;
  #surveyed: Surveyed = NOT_SURVEYED;

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
    const { rows, columns, precision, weighted } = shape;
    const lanes = lanesOf(precision);
    const blocks = Math.ceil(rows / lanes);
    // Address 0 stays free: it means "none" to the kernels.
    const regions = new Regions(16);
    this.shape = shape;
    this.partitions = Math.ceil(rows / shape.partitionRows);
    this.#lanes = lanes;
    this.#elementBytes = elementBytes(precision);
    this.#points = regions.take(blocks * columns * STRIDE);
    this.#labels = regions.take(blocks * lanes * 4);
    this.#weights = weighted ? regions.take(blocks * lanes * 8) : 0;
    this.#closest = regions.take(blocks * STRIDE);
    this.#chunkSlack = regions.take(Math.ceil(rows / chunkRows(precision)) * this.#elementBytes);
    const scratches = Array.from({ length: shape.threads ?? 1 }, () => regions.take(scratchBytes(shape)));
    this.#scratch = scratches[index];
    this.#index = index;
    const quantized = shape.quantized ? 1 : 0;
    this.#quantizedFrame = regions.take(quantized * columns * 16);
    this.#quantized = regions.take(quantized * Math.ceil(rows / 8) * this.#groupBytes());
    this.#extents = regions.take(quantized * Math.ceil(rows / chunkRows(precision)) * 16);
    const treePlaces = shape.tree ? treePlacesOf(shape, regions) : null;
    this.#perCentroid = regions.end;
    this.#module = module;
    this.#isShared = shared !== null;
    this.#memory = shared ?? createMemory(regions.end);
    growMemory(this.#memory, regions.end);
    this.#views = viewsOf(this.#memory, precision);
    const kernel: KernelInstance = instantiateKernel(module, this.#memory);
    this.#kernel = kernel[precision];
    const rowPlaces = { points: this.#points, labels: this.#labels, passage: this.#closest };
    const trees = kernel.trees[precision];
    this.tree = treePlaces === null ? null : new Tree(shape, treePlaces, rowPlaces, trees, this.#memory, index);
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
    const { columns, precision, weighted } = this.shape;
    const atOnce = pieceRows(columns) * columns;
    const asFloat32 = precision === "float32" && values instanceof Float32Array;
    const place = asFloat32 ? this.#kernel.place : this.#kernel.placeFloat64;
    // Behind all that is in use, where centroids of later runs may come to lie: loading leaves nothing there.
    const regions = new Regions(Math.max(this.#end, this.#perCentroid));
    const frameAt = regions.take(columns * 8);
    const momentsAt = regions.take(columns * this.#lanes * 16);
    const rawAt = regions.take(Math.min(atOnce, values.length) * (asFloat32 ? 4 : 8));
    growMemory(this.#memory, regions.end);
    const { doubles, elements } = this.#current();
    doubles.set(origin, frameAt / 8);
    const sums = doubles.subarray(momentsAt / 8, momentsAt / 8 + columns * this.#lanes * 2);
    if (moments === undefined) sums.fill(0);
    else sums.set(moments);
    const raw = asFloat32 ? elements : doubles;
    for (let at = 0; at < values.length; at += atOnce) {
      const piece = values.subarray(at, at + atOnce);
      const row = first + at / columns;
      raw.set(piece, rawAt / raw.BYTES_PER_ELEMENT);
      place(
        rawAt,
        piece.length / columns,
        columns,
        frameAt,
        scale,
        weighted ? this.#weights + row * 8 : 0,
        this.#pointsAt(row),
        momentsAt,
      );
    }
    moments?.set(sums);
  }

  /** Moments of no rows. */
  createMoments(): Moments {
    return new Float64Array(this.shape.columns * this.#lanes * 2);
  }

  /** Sums and sums of squares of each column, of all rows together. */
  readMoments(moments: Moments): { readonly sums: Float64Array; readonly squares: Float64Array } {
    const sums = new Float64Array(this.shape.columns);
    const squares = new Float64Array(this.shape.columns);
    for (let column = 0, at = 0; column < sums.length; column++) {
      for (let lane = 0; lane < this.#lanes; lane++) sums[column] += moments[at++];
      for (let lane = 0; lane < this.#lanes; lane++) squares[column] += moments[at++];
    }
    return { sums, squares };
  }

  writeWeights(weights: ArrayLike<number>): void {
    this.#current().doubles.set(weights, this.#weights / 8);
  }

  /** One row as it was written: shifted and scaled. */
  readPoint(row: number, into: Float64Array): void {
    const { columns } = this.shape;
    const lane = row % this.#lanes;
    const { elements } = this.#current();
    let from = this.#points / this.#elementBytes + (row - lane) * columns + lane;
    for (let column = 0; column < columns; column++, from += this.#lanes) into[column] = elements[from];
  }

  /** Clusters of the run at hand, 0 before the first. */
  get k(): number {
    return this.#k;
  }

  /** Starts a run of `k` centroids: no row has a label, all sums are zero. */
  begin(k: number): void {
    this.#reserve(k);
    this.#k = k;
    const { integers } = this.#current();
    integers.fill(-1, this.#labels / 4, this.#labels / 4 + this.shape.rows);
    integers.fill(0, this.#inertia / 4, this.#sumsEnd / 4);
    if (this.shape.quantized) this.forgetRounded();
  }

  /** Sets the centroids (`k x columns`, shifted and scaled as the points are); float32 kernels round them. */
  writeCentroids(centroids: Float64Array): void {
    this.#written = centroids.length / this.shape.columns;
    this.#reserve(this.#written);
    this.#current().elements.set(centroids, this.#centroids / this.#elementBytes);
  }

  /** Forgets the inertia of the step before; sums and counts stay, since steps only change what moved. */
  beginStep(): void {
    this.#current().doubles.fill(0, this.#inertia / 8, this.#inertia / 8 + this.partitions);
  }

  get rows(): number {
    return this.shape.rows;
  }

  get partitionRows(): number {
    return this.shape.partitionRows;
  }

  get state(): readonly number[] {
    return [this.#capacity, this.#k, this.#written, this.#exchanges ? 1 : 0, this.#count];
  }

  follow([capacity, k, written, exchanges, count]: Iterable<number>): void {
    if (exchanges === 1 && !this.#exchanges) {
      this.#exchanges = true;
      this.#capacity = 0;
    }
    // The memory has grown already, and places follow from the capacity.
    this.#reserve(capacity);
    this.#k = k;
    this.#written = written;
    this.#count = count;
  }

  seat(index: number): WorkspaceSeat | null {
    if (!this.#isShared) return null;
    return { kind: "workspace", shape: this.shape, memory: this.#memory, module: this.#module, index };
  }

  workOf(operation: Operation): number {
    const values = this.shape.rows * this.shape.columns;
    if (operation === "treeAssign") return values * TREE_WORK;
    if (operation === "takeSeed" || operation === "quantize") return values;
    return values * (operation === "exchange" || operation === "assignChanged" ? this.#count : this.#written);
  }

  /** How many numbers `perform` gives for each range of `rowsAtOnce` rows. */
  resultsOf(operation: Operation, rowsAtOnce: number): number {
    if (operation === "distances") return rowsAtOnce * this.#written;
    return operation === "seedCosts" ? this.#written : 1;
  }

  results(count: number): Float64Array {
    const regions = new Regions(Math.max(this.#end, this.#perCentroid));
    const at = regions.take(count * 8);
    growMemory(this.#memory, regions.end);
    return this.#current().doubles.subarray(at / 8, at / 8 + count);
  }

  /** Does a piece of work: to a range that lies in one partition. Its numbers go to `into`, from index `at` on. */
  perform(operation: Operation, first: number, rows: number, into: Float64Array, at: number): void {
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
        this.#quantizeRange(first, rows);
        return;
      case "assignQuantized":
        into[at] = this.#assignQuantized(first, rows);
        return;
      case "nearest":
        this.nearest(first, rows, this.#written);
        return;
      case "distances":
        this.allDistances(first, rows, this.#written, into.subarray(at, at + rows * this.#written));
        return;
      case "seedCosts":
        for (let c = 0; c < this.#written; c++) into[at + c] = this.seedCost(first, rows, c, false);
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

  /** One step over a range, which must lie in one partition; returns how many labels changed. Inertia is taken if wanted. */
  assign(first: number, rows: number, wantsInertia: boolean): number {
    const { columns, weighted } = this.shape;
    const partition = Math.floor(first / this.shape.partitionRows);
    const k = this.#k;
    const points = this.#pointsAt(first);
    const blocks = Math.ceil(rows / this.#lanes);
    const labels = this.#labels + first * 4;
    const sums = this.#sums + partition * this.#sumsBytes(k);
    const counts = this.#counts + partition * k * 4;
    const inertia = wantsInertia ? this.#inertia + partition * 8 : 0;
    if (!weighted) {
      return this.#kernel.assign(
        points,
        blocks,
        rows,
        columns,
        this.#centroids,
        k,
        labels,
        sums,
        counts,
        inertia,
        this.#scratch,
      );
    }
    const weightSums = this.#weightSums + partition * k * 16;
    const weights = this.#weights + first * 8;
    return this.#kernel.assignWeighted(
      points,
      blocks,
      rows,
      columns,
      this.#centroids,
      k,
      labels,
      sums,
      counts,
      weightSums,
      weights,
      inertia,
      this.#scratch,
    );
  }

  /** Forgets all slack: every row is looked at in the next bounded step. `closest` and slack share their place. */
  beginBounds(): void {
    const { rows, precision } = this.shape;
    this.closest().fill(Number.NEGATIVE_INFINITY);
    this.#elements(this.#chunkSlack, Math.ceil(rows / chunkRows(precision))).fill(Number.NEGATIVE_INFINITY);
  }

  /** Sets the reach of any label and of each, as `assignBounded` in `assembly/bounded.ts` wants it. */
  writeReach(any: number, reach: Float64Array): void {
    const region = this.#elements(this.#reach, 1 + this.#k);
    region[0] = any;
    region.set(reach, 1);
  }

  /** As `assign`, but rows that cannot have moved are passed over and no inertia is taken. Rows without weights only. */
  assignBounded(first: number, rows: number): number {
    const partition = Math.floor(first / this.shape.partitionRows);
    const k = this.#k;
    const tags = this.shape.quantized ? this.#current().doubles[this.#rule / 8 + TAGS] : NOT_ROUNDED;
    return this.#kernel.assignBounded(
      this.#pointsAt(first),
      rows,
      this.shape.columns,
      this.#centroids,
      k,
      this.#labels + first * 4,
      this.#closest + first * this.#elementBytes,
      this.#chunkSlack + (first / chunkRows(this.shape.precision)) * this.#elementBytes,
      this.#reach,
      this.#sums + partition * this.#sumsBytes(k),
      this.#counts + partition * k * 4,
      this.#looked + partition * 4,
      tags === NOT_ROUNDED ? 0 : this.#quantizedAt(first),
      this.#extentsAt(first),
      this.#rounded,
      tags,
      this.#rule,
      this.#scratch,
    );
  }

  /** How many rows bounded steps have looked at since the last call. */
  takeLooked(): number {
    return this.#takeCounts(this.#looked);
  }

  /** The sum of what the partitions counted, which begin at 0 again. */
  #takeCounts(at: number): number {
    const counts = this.#current().integers.subarray(at / 4, at / 4 + this.partitions);
    const sum = counts.reduce((total, each) => total + each, 0);
    counts.fill(0);
    return sum;
  }

  /**
   * Readies rows to be rounded, by the operation `quantize`: column `j` lies between `low[j]` and `high[j]` around `means[j]`,
   * as written. False where they are all the same.
   */
  beginQuantized(low: Float64Array, high: Float64Array, means: Float64Array): boolean {
    this.#quantization = quantizationOf(low, high, means);
    if (this.#quantization === null) return false;
    const { doubles } = this.#current();
    this.#quantization.factors.forEach((factor, j) => {
      doubles[this.#quantizedFrame / 8 + 2 * j] = means[j];
      doubles[this.#quantizedFrame / 8 + 2 * j + 1] = factor;
    });
    return true;
  }

  #quantizeRange(first: number, rows: number): void {
    this.#kernel.quantize(
      this.#pointsAt(first),
      rows,
      this.shape.columns,
      this.#quantizedFrame,
      this.#quantizedAt(first),
      this.#extentsAt(first),
    );
  }

  /**
   * Rounds centroids, beside those written, for `assignQuantized` and for the first look of `assignBounded`; false where they
   * cannot be told apart that way.
   */
  writeRounded(centroids: Float64Array): boolean {
    const rounded = this.#quantization && roundCentroids(centroids, this.#quantization, this.shape.precision);
    if (rounded === null) {
      this.forgetRounded();
      return false;
    }
    const { integers, doubles } = this.#current();
    integers.set(rounded.words, this.#rounded / 4);
    doubles.set([...rounded.rule, rounded.scale, rounded.tags], this.#rule / 8);
    return true;
  }

  /** Has the next bounded step do without rounded rows. */
  forgetRounded(): void {
    this.#current().doubles[this.#rule / 8 + TAGS] = NOT_ROUNDED;
  }

  #assignQuantized(first: number, rows: number): number {
    const partition = Math.floor(first / this.shape.partitionRows);
    return this.#kernel.assignQuantized(
      this.#pointsAt(first),
      rows,
      this.shape.columns,
      this.#centroids,
      this.#k,
      this.#labels + first * 4,
      this.#sums + partition * this.#sumsBytes(this.#k),
      this.#counts + partition * this.#k * 4,
      this.#quantizedAt(first),
      this.#extentsAt(first),
      this.#rounded,
      this.#current().doubles[this.#rule / 8 + TAGS],
      this.#rule,
      this.#doubted + partition * 4,
      this.#scratch,
    );
  }

  /** How many rows `assignQuantized` has looked at in full since the last call. */
  takeDoubted(): number {
    return this.#takeCounts(this.#doubted);
  }

  #quantizedAt(first: number): number {
    return this.#quantized + (first / 8) * this.#groupBytes();
  }

  #extentsAt(first: number): number {
    return this.#extents + (first / chunkRows(this.shape.precision)) * 16;
  }

  /** Bytes of a group of 8 rows. */
  #groupBytes(): number {
    return Math.ceil(this.shape.columns / 2) * STRIDE;
  }

  #performInTree(operation: TreeOperation, first: number, rows: number): number {
    if (this.tree === null) throw new RangeError(`Expected room for a tree, got ${operation} without it`);
    const partition = Math.floor(first / this.shape.partitionRows);
    const k = this.#k;
    const sums = this.#sums + partition * this.#sumsBytes(k);
    const counts = this.#counts + partition * k * 4;
    return this.tree.perform(operation, first, rows, { centroids: this.#centroids, k, sums, counts });
  }

  /** Adds the squares of a range's values, as they were written, to an unevaluated pair of float64. */
  addSquares(first: number, rows: number, pair: Float64Array): void {
    const sum = this.#current().doubles.subarray(this.#scratch / 8, this.#scratch / 8 + 2);
    sum.set(pair);
    this.#kernel.addSquares(this.#pointsAt(first), rows, this.shape.columns, this.#scratch);
    pair.set(sum);
  }

  /** Gives a row to another cluster, in labels, counts and sums. */
  moveRow(row: number, to: number): void {
    const { columns, weighted, partitionRows } = this.shape;
    const partition = Math.floor(row / partitionRows);
    const sums = this.#sums + partition * this.#sumsBytes(this.#k);
    const counts = this.#counts + partition * this.#k * 4;
    const weightSums = weighted ? this.#weightSums + partition * this.#k * 16 : 0;
    this.#kernel.moveRow(this.#points, row, columns, this.#labels, to, sums, counts, weightSums, this.#weights);
  }

  /** Adds the partitions' sums, counts and inertia, in the order of the partitions. */
  readPartials(into: Partials): void {
    const { columns, weighted } = this.shape;
    const { integers, doubles } = this.#current();
    const k = this.#k;
    const width = (columns + 1) & ~1;
    into.counts.fill(0);
    into.sums.fill(0);
    into.sumsLow.fill(0);
    into.weightSums.fill(0);
    into.weightSumsLow.fill(0);
    into.inertia = 0;
    for (let partition = 0; partition < this.partitions; partition++) {
      into.inertia += doubles[this.#inertia / 8 + partition];
      for (let c = 0; c < k; c++) {
        into.counts[c] += integers[this.#counts / 4 + partition * k + c];
        const at = this.#sums / 8 + (partition * k + c) * 2 * width;
        for (let j = 0; j < columns; j++) {
          addPair(into.sums, into.sumsLow, c * columns + j, doubles[at + j], doubles[at + width + j]);
        }
        if (weighted) {
          const w = this.#weightSums / 8 + (partition * k + c) * 2;
          addPair(into.weightSums, into.weightSumsLow, c, doubles[w], doubles[w + 1]);
        }
      }
    }
    if (!weighted) into.weightSums.set(into.counts);
  }

  readLabels(into: Int32Array): void {
    into.set(this.#current().integers.subarray(this.#labels / 4, this.#labels / 4 + this.shape.rows));
  }

  /** Labels and squared distances of a range for the centroids as written, leaving sums alone. */
  nearest(first: number, rows: number, k: number): void {
    this.#kernel.nearest(
      this.#pointsAt(first),
      Math.ceil(rows / this.#lanes),
      this.shape.columns,
      this.#centroids,
      k,
      this.#labels + first * 4,
      this.#closest + first * this.#elementBytes,
    );
  }

  /** Forgets the seeds: every row is infinitely far from its nearest one. */
  beginSeeding(): void {
    this.closest().fill(Number.POSITIVE_INFINITY);
  }

  /** The (weighted) sum of squared distances of a range if a centroid, as written, joined the seeds; with `take` it joins. */
  seedCost(first: number, rows: number, centroid: number, take: boolean): number {
    return this.#kernel.seedCost(
      this.#pointsAt(first),
      Math.ceil(rows / this.#lanes),
      rows,
      this.shape.columns,
      this.#centroids + centroid * this.shape.columns * this.#elementBytes,
      this.#closest + first * this.#elementBytes,
      take ? 1 : 0,
      this.shape.weighted ? this.#weights + first * 8 : 0,
      this.#scratch,
    );
  }

  /** Squared distance of each row to its nearest seed (or, after `nearest`, centroid). A view: not to be kept. */
  closest(): Float32Array | Float64Array {
    return this.#elements(this.#closest, this.shape.rows);
  }

  /** Squared distances of a range to all `k` centroids as written, `rows x k`. */
  allDistances(first: number, rows: number, k: number, into: Float64Array): void {
    const { columns } = this.shape;
    const out = this.#distances + this.#index * k * DISTANCE_BLOCKS * STRIDE;
    const atOnce = DISTANCE_BLOCKS * this.#lanes;
    const distances = this.#elements(out, k * atOnce);
    for (let start = 0; start < rows; start += atOnce) {
      const end = Math.min(start + atOnce, rows);
      const blocks = Math.ceil((end - start) / this.#lanes);
      this.#kernel.distancesToAll(this.#pointsAt(first + start), blocks, columns, this.#centroids, k, out);
      for (let row = start; row < end; row++) {
        for (let c = 0; c < k; c++) into[row * k + c] = distances[c * blocks * this.#lanes + row - start];
      }
    }
  }

  /** Starts a survey of centroids, shifted and scaled as the points are. A run of as many centroids goes on with it. */
  beginSurvey(centroids: Float64Array): void {
    const k = centroids.length / this.shape.columns;
    if (!this.#exchanges) {
      this.#exchanges = true;
      this.#capacity = 0;
      this.begin(k);
    } else if (this.#k !== k) this.begin(k);
    this.writeCentroids(centroids);
    const { costs } = this.#surveyed;
    this.#current().doubles.fill(0, costs / 8, costs / 8 + this.partitions * (1 + k));
  }

  /** Finds the two nearest centroids of a range, which must lie in one partition, and assigns its rows. */
  survey(first: number, rows: number): void {
    const { labels, distances, seconds, costs } = this.#surveyed;
    const partition = Math.floor(first / this.shape.partitionRows);
    const k = this.#k;
    this.#kernel.survey(
      this.#pointsAt(first),
      Math.ceil(rows / this.#lanes),
      rows,
      this.shape.columns,
      this.#centroids,
      k,
      labels + first * 4,
      distances + first * this.#elementBytes,
      seconds + first * this.#elementBytes,
      this.#labels + first * 4,
      this.#sums + partition * this.#sumsBytes(k),
      this.#counts + partition * k * 4,
      this.#weightSums + partition * k * 16,
      this.shape.weighted ? this.#weights + first * 8 : 0,
      costs + partition * (1 + k) * 8,
      this.#scratch,
    );
  }

  /** Keeps what the survey summed, for `resumeSurvey`. */
  endSurvey(): void {
    this.#current().bytes.copyWithin(this.#surveyed.sums, this.#inertia, this.#sumsEnd);
  }

  /** Goes back to the end of the last survey: labels, distances, sums and counts are those of its centroids. */
  resumeSurvey(): void {
    const { bytes } = this.#current();
    const { labels, distances, sums } = this.#surveyed;
    const { rows } = this.shape;
    bytes.copyWithin(this.#inertia, sums, sums + this.#sumsEnd - this.#inertia);
    bytes.copyWithin(this.#labels, labels, labels + rows * 4);
    bytes.copyWithin(this.#closest, distances, distances + rows * this.#elementBytes);
  }

  /** Says which centroids, as written, are others than in the step before, whose distances must still be there. */
  writeChanged(indices: readonly number[]): void {
    this.#count = indices.length;
    // A step that looks at all centroids needs to be told of none.
    if (this.#count === this.#k) return;
    const { columns } = this.shape;
    const { integers, elements } = this.#current();
    const { changed, indices: indicesAt, flags } = this.#surveyed;
    integers.fill(0, flags / 4, flags / 4 + this.#k);
    integers.set(indices, indicesAt / 4);
    const centroids = this.#centroids / this.#elementBytes;
    let to = changed / this.#elementBytes;
    for (const index of indices) {
      integers[flags / 4 + index] = 1;
      const from = centroids + index * columns;
      for (let column = 0; column < columns; column++) elements[to++] = elements[from + column];
    }
  }

  /** As `assign`, for the changed centroids; where all have, nothing of the step before is needed. */
  assignChanged(first: number, rows: number): number {
    const { changed, indices, flags } = this.#surveyed;
    const partition = Math.floor(first / this.shape.partitionRows);
    const k = this.#k;
    return this.#kernel.assignChanged(
      this.#pointsAt(first),
      Math.ceil(rows / this.#lanes),
      rows,
      this.shape.columns,
      this.#centroids,
      k,
      changed,
      indices,
      this.#count,
      flags,
      this.#labels + first * 4,
      this.#closest + first * this.#elementBytes,
      this.#sums + partition * this.#sumsBytes(k),
      this.#counts + partition * k * 4,
      this.#weightSums + partition * k * 16,
      this.shape.weighted ? this.#weights + first * 8 : 0,
      this.#inertia + partition * 8,
      this.#scratch,
    );
  }

  /** Adds the partitions' costs (see `assembly/exchange.ts`) to `into`, `1 + k`, in the order of the partitions. */
  readSurvey(into: Float64Array): void {
    this.#addParts(this.#surveyed.costs, into);
  }

  /** The inertia of the surveyed centroids in each partition. */
  surveyedInertias(): Float64Array {
    const { doubles } = this.#current();
    return Float64Array.from({ length: this.partitions }, (_, partition) => {
      return doubles[this.#surveyed.costs / 8 + partition * (1 + this.#k)];
    });
  }

  /** Squared distance of each row to its nearest surveyed centroid. A view: not to be kept. */
  surveyed(): Float32Array | Float64Array {
    return this.#elements(this.#surveyed.distances, this.shape.rows);
  }

  /** Index of the surveyed centroid nearest to a row. */
  surveyedLabel(row: number): number {
    return this.#current().integers[this.#surveyed.labels / 4 + row];
  }

  /** Starts to weigh at most `MOST_CANDIDATES` rows as candidates against the centroids of the last survey. */
  beginExchange(rows: readonly number[]): void {
    const { columns } = this.shape;
    const { candidates, gains } = this.#surveyed;
    const { doubles, elements } = this.#current();
    for (let i = 0, to = candidates / this.#elementBytes; i < rows.length; i++) {
      const lane = rows[i] % this.#lanes;
      let from = this.#points / this.#elementBytes + (rows[i] - lane) * columns + lane;
      for (let column = 0; column < columns; column++, from += this.#lanes) elements[to++] = elements[from];
    }
    doubles.fill(0, gains / 8, gains / 8 + this.partitions * rows.length * (1 + this.#k));
    this.#count = rows.length;
  }

  /** Weighs the candidates over a range, which must lie in one partition. */
  exchange(first: number, rows: number): void {
    const count = this.#count;
    const { labels, distances, seconds, candidates, gains } = this.#surveyed;
    const partition = Math.floor(first / this.shape.partitionRows);
    this.#kernel.exchange(
      this.#pointsAt(first),
      Math.ceil(rows / this.#lanes),
      rows,
      this.shape.columns,
      candidates,
      count,
      this.#k,
      labels + first * 4,
      distances + first * this.#elementBytes,
      seconds + first * this.#elementBytes,
      this.shape.weighted ? this.#weights + first * 8 : 0,
      gains + partition * count * (1 + this.#k) * 8,
      this.#scratch,
    );
  }

  /** Adds the partitions' gains to `into`, `count x (1 + k)`, in the order of the partitions. */
  readExchange(into: Float64Array): void {
    this.#addParts(this.#surveyed.gains, into);
  }

  #addParts(at: number, into: Float64Array): void {
    const { doubles } = this.#current();
    for (let partition = 0, from = at / 8; partition < this.partitions; partition++) {
      for (let i = 0; i < into.length; i++) into[i] += doubles[from++];
    }
  }

  #pointsAt(first: number): number {
    return this.#points + (first / this.#lanes) * this.shape.columns * STRIDE;
  }

  #sumsBytes(k: number): number {
    return k * ((this.shape.columns + 1) & ~1) * 16;
  }

  /** Views of the whole memory: making one costs more than a step over few rows. */
  #current(): Views {
    // A memory that grew has another buffer; the old one is empty, or, where it is shared, too short.
    if (this.#views.integers.buffer !== this.#memory.buffer) {
      this.#views = viewsOf(this.#memory, this.shape.precision);
    }
    return this.#views;
  }

  #elements(at: number, length: number): Float32Array | Float64Array {
    return this.shape.precision === "float32"
      ? new Float32Array(this.#memory.buffer, at, length)
      : new Float64Array(this.#memory.buffer, at, length);
  }

  #reserve(k: number): void {
    if (k <= this.#capacity) return;
    const regions = new Regions(this.#perCentroid);
    const centroids = regions.take(k * this.shape.columns * this.#elementBytes);
    const distances = regions.take((this.shape.threads ?? 1) * k * DISTANCE_BLOCKS * STRIDE);
    const inertia = regions.take(this.partitions * 8);
    const looked = regions.take(this.partitions * 4);
    const reach = regions.take((1 + k) * this.#elementBytes);
    const counts = regions.take(this.partitions * k * 4);
    const weightSums = regions.take(this.shape.weighted ? this.partitions * k * 16 : 0);
    const sums = regions.take(this.partitions * this.#sumsBytes(k));
    const quantized = this.shape.quantized ? 1 : 0;
    const rounded = regions.take(quantized * Math.ceil(k / 4) * 16 * (Math.ceil(this.shape.columns / 2) + 1));
    const rule = regions.take(quantized * (TAGS + 1) * 8);
    const doubted = regions.take(quantized * this.partitions * 4);
    const sumsEnd = regions.end;
    const treeScratch = regions.take(this.tree?.scratchBytes(k) ?? 0);
    const surveyed = this.#exchanges ? this.#takeSurveyed(regions, k, sumsEnd - inertia) : NOT_SURVEYED;
    // Before anything is placed anew: a workspace that cannot grow stays as it was.
    growMemory(this.#memory, regions.end);
    this.#centroids = centroids;
    this.#distances = distances;
    this.#inertia = inertia;
    this.#looked = looked;
    this.#reach = reach;
    this.#counts = counts;
    this.#weightSums = weightSums;
    this.#sums = sums;
    this.#rounded = rounded;
    this.#rule = rule;
    this.#doubted = doubted;
    this.#sumsEnd = sumsEnd;
    this.#surveyed = surveyed;
    this.tree?.reserve(treeScratch, k);
    this.#end = regions.end;
    this.#capacity = k;
  }

  #takeSurveyed(regions: Regions, k: number, sumsBytes: number): Surveyed {
    const { rows, columns } = this.shape;
    const padded = Math.ceil(rows / this.#lanes) * this.#lanes;
    return {
      labels: regions.take(padded * 4),
      distances: regions.take(padded * this.#elementBytes),
      seconds: regions.take(padded * this.#elementBytes),
      costs: regions.take(this.partitions * (1 + k) * 8),
      candidates: regions.take(MOST_CANDIDATES * columns * this.#elementBytes),
      gains: regions.take(this.partitions * MOST_CANDIDATES * (1 + k) * 8),
      sums: regions.take(sumsBytes),
      changed: regions.take(k * columns * this.#elementBytes),
      indices: regions.take(k * 4),
      flags: regions.take(k * 4),
    };
  }
}

/** Rows that kernels work on at a time need: indices and labels, distances, and a copy of their points. */
function scratchBytes({ columns, precision }: WorkspaceShape): number {
  return chunkRows(precision) * (4 * (2 * SPAN_CHUNKS + 1) + (2 + columns) * elementBytes(precision));
}

/** Where a survey and the gains of candidates are (see `assembly/exchange.ts`): in the memory once they are wanted. */
interface Surveyed {
  readonly labels: number;
  readonly distances: number;
  readonly seconds: number;
  readonly costs: number;
  readonly candidates: number;
  readonly gains: number;
  /** Inertia, sums and counts of the survey. */
  readonly sums: number;
  /** What `assignChanged` is told of the centroids (see `assembly/changed.ts`). */
  readonly changed: number;
  readonly indices: number;
  readonly flags: number;
}

const NOT_SURVEYED: Surveyed = {
  labels: 0,
  distances: 0,
  seconds: 0,
  costs: 0,
  candidates: 0,
  gains: 0,
  sums: 0,
  changed: 0,
  indices: 0,
  flags: 0,
};

/** A memory seen as numbers of each kind; addresses of every kind are multiples of 16. */
interface Views {
  readonly bytes: Uint8Array;
  readonly integers: Int32Array;
  readonly doubles: Float64Array;
  /** In the precision of the points. */
  readonly elements: Float32Array | Float64Array;
}

function viewsOf({ buffer }: WebAssembly.Memory, precision: Precision): Views {
  const doubles = new Float64Array(buffer);
  const elements = precision === "float32" ? new Float32Array(buffer) : doubles;
  return { bytes: new Uint8Array(buffer), integers: new Int32Array(buffer), doubles, elements };
}
