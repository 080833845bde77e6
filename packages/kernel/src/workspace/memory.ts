import { createMemory, elementBytes, growMemory, lanesOf, type Precision, Regions, STRIDE } from "../layout.ts";
import { instantiateKernel, type PrecisionExports, type TreeExports } from "../module.ts";
import { treeScratchBytesOf } from "../tree.ts";
import {
  partitionsOf,
  type RowPlaces,
  type RunPlaces,
  rowPlacesOf,
  runPlacesOf,
  sumsBytesOf,
  type WorkspaceShape,
} from "./places.ts";

/**
 * What a thread has of a data set: the memory, the kernels over it, and where things are. The places of a run follow from
 * the shape, from how many centroids there may be and from whether there are surveys: threads that are told these agree.
 */
export class WorkspaceMemory {
  readonly shape: WorkspaceShape;
  readonly partitions: number;
  readonly lanes: number;
  readonly elementBytes: number;
  readonly wasm: WebAssembly.Memory;
  readonly kernel: PrecisionExports;
  readonly trees: TreeExports;
  /** Which of the threads this one is. */
  readonly index: number;
  readonly rows: RowPlaces;
  /** This thread's own. */
  readonly scratch: number;
  /** Clusters of the run at hand, 0 before the first. */
  k = 0;
  /** Centroids that were written last. */
  written = 0;
  #run: RunPlaces;
  #views: Views;
  readonly #isShared: boolean;

  /**
   * @param shared a memory for threads to share, of any size and content, or null for one of its own
   * @param index  which of the threads this one is
   */
  constructor(shape: WorkspaceShape, module: WebAssembly.Module, shared: WebAssembly.Memory | null, index: number) {
    const { precision } = shape;
    this.shape = shape;
    this.partitions = partitionsOf(shape);
    this.lanes = lanesOf(precision);
    this.elementBytes = elementBytes(precision);
    this.rows = rowPlacesOf(shape);
    this.index = index;
    this.scratch = this.rows.scratches[index];
    this.#run = runPlacesOf(shape, this.rows.end, 0, false);
    this.#isShared = shared !== null;
    this.wasm = shared ?? createMemory(this.rows.end);
    growMemory(this.wasm, this.rows.end);
    this.#views = viewsOf(this.wasm, precision);
    const kernels = instantiateKernel(module, this.wasm);
    this.kernel = kernels[precision];
    this.trees = kernels.trees[precision];
  }

  get run(): RunPlaces {
    return this.#run;
  }

  /** Makes room for so many centroids, and for surveys if they are wanted. */
  reserve(capacity: number, surveys: boolean = this.hasSurveys): void {
    if (capacity <= this.#run.capacity && surveys === this.hasSurveys) return;
    const run = runPlacesOf(this.shape, this.rows.end, capacity, surveys);
    // Before anything is placed anew: a workspace that cannot grow stays as it was.
    growMemory(this.wasm, run.end);
    this.#run = run;
  }

  get hasSurveys(): boolean {
    return this.#run.survey !== null;
  }

  /** Room behind all that is in use, where centroids of later runs may come to lie: nothing lasts there. */
  spare(): Regions {
    return new Regions(this.#run.end);
  }

  /** Views of the whole memory: making one costs more than a step over few rows. */
  get views(): Views {
    // A memory that grew has another buffer; the old one is empty, or, where it is shared, too short. To ask the memory
    // for its buffer takes as long as a step over few rows.
    if (this.#isShared ? this.#views.bytes.buffer !== this.wasm.buffer : this.#views.bytes.length === 0)
      this.#views = viewsOf(this.wasm, this.shape.precision);
    return this.#views;
  }

  /** A view of numbers in the precision of the points. */
  elements(at: number, length: number): Float32Array | Float64Array {
    return this.shape.precision === "float32"
      ? new Float32Array(this.wasm.buffer, at, length)
      : new Float64Array(this.wasm.buffer, at, length);
  }

  blocksOf(rows: number): number {
    return Math.ceil(rows / this.lanes);
  }

  partitionOf(row: number): number {
    return Math.floor(row / this.shape.partitionRows);
  }

  /** Places of a row that begins a chunk, or, of points, a block. */
  pointsAt(row: number): number {
    return this.rows.points + (row / this.lanes) * this.shape.columns * STRIDE;
  }

  labelsAt(row: number): number {
    return this.rows.labels + row * 4;
  }

  closestAt(row: number): number {
    return this.rows.closest + row * this.elementBytes;
  }

  /** 0 where rows have none. */
  weightsAt(row: number): number {
    return this.shape.weighted ? this.rows.weights + row * 8 : 0;
  }

  /** Places of a partition, for the run at hand. */
  sumsOf(partition: number): number {
    return this.#run.sums + partition * sumsBytesOf(this.k, this.shape.columns);
  }

  countsOf(partition: number): number {
    return this.#run.counts + partition * this.k * 4;
  }

  /** Of no meaning where rows have none. */
  weightSumsOf(partition: number): number {
    return this.#run.weightSums + partition * this.k * 16;
  }

  inertiaOf(partition: number): number {
    return this.#run.inertia + partition * 8;
  }

  /** Of no meaning where there is no room for a tree. */
  treeScratchOf(partition: number): number {
    return this.#run.treeScratch + partition * treeScratchBytesOf(this.shape, this.#run.capacity);
  }

  /** The index of a row's first value in `views.elements`; those of the other columns follow `lanes` apart. */
  valueIndexOf(row: number): number {
    const lane = row % this.lanes;
    return this.rows.points / this.elementBytes + (row - lane) * this.shape.columns + lane;
  }

  /** The sum of what the partitions counted (i32 each), which begin at 0 again. */
  takeCounts(at: number): number {
    const counts = this.views.integers.subarray(at / 4, at / 4 + this.partitions);
    const sum = counts.reduce((total, each) => total + each, 0);
    counts.fill(0);
    return sum;
  }
}

/** A memory seen as numbers of each kind; addresses of every kind are multiples of 16. */
export interface Views {
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
