import type { Divisible } from "./divisible.ts";
import { CHUNK_BLOCKS, createMemory, growMemory, Regions, STRIDE } from "./layout.ts";
import { compileKernel, compileSharedKernel, instantiateKernel, type KernelInstance } from "./module.ts";
import { silhouetteOf } from "./silhouette.ts";

const LANES = 4;

/** Rows are shared out in so many partitions. Each row has a result of its own, so that nothing depends on it. */
const PARTITIONS = 32;

/** Clusters of points whose distances are taken. */
export interface PairwiseShape {
  /** Rows of each cluster. */
  readonly sizes: readonly number[];
  readonly columns: number;
  /** Threads that may work on it at a time; 1 where it is not said. */
  readonly threads?: number;
}

/** What a thread needs to take part in the work on another's points. */
export interface PairwiseSeat {
  readonly kind: "pairwise";
  readonly shape: PairwiseShape;
  readonly memory: WebAssembly.Memory;
  readonly module: WebAssembly.Module;
  /** Which scratch is its own: 1 to threads - 1, for 0 is that of the thread that leads. */
  readonly index: number;
}

/**
 * Points grouped by cluster, for sums of distances from one point to every cluster: the silhouette's inner loop.
 * Always float64. Each cluster begins a block of its own; rows are counted through the clusters.
 */
export class PairwiseDistances implements Divisible<"silhouettes"> {
  readonly rows: number;
  readonly partitionRows: number;
  readonly operations: readonly "silhouettes"[] = ["silhouettes"];
  readonly state: readonly number[] = [];
  readonly #shape: PairwiseShape;
  readonly #module: WebAssembly.Module;
  readonly #isShared: boolean;
  readonly #memory: WebAssembly.Memory;
  readonly #kernel: KernelInstance;
  /** Where each cluster's points lie. */
  readonly #starts: readonly number[];
  /** The first row beyond each cluster. */
  readonly #ends: readonly number[];
  readonly #values: number;
  readonly #point: number;
  readonly #scratch: number;
  readonly #sums: Float64Array;

  /**
   * Makes room for clusters of these sizes. Throws KernelMemoryError beyond 4 GiB.
   *
   * @param shared a memory for threads to share, of any size and content; without it the points have their own
   */
  static async create(shape: PairwiseShape, shared?: WebAssembly.Memory): Promise<PairwiseDistances> {
    if (shared === undefined) return new PairwiseDistances(shape, await compileKernel(), null, 0);
    return new PairwiseDistances(shape, await compileSharedKernel(), shared, 0);
  }

  /** The points of another thread, for it to share out the work. */
  static join({ shape, module, memory, index }: PairwiseSeat): PairwiseDistances {
    return new PairwiseDistances(shape, module, memory, index);
  }

  private constructor(
    shape: PairwiseShape,
    module: WebAssembly.Module,
    shared: WebAssembly.Memory | null,
    index: number,
  ) {
    const { sizes, columns, threads = 1 } = shape;
    const regions = new Regions(16);
    let rows = 0;
    this.#ends = sizes.map((size) => {
      rows += size;
      return rows;
    });
    this.rows = rows;
    this.partitionRows = Math.max(1, Math.ceil(rows / PARTITIONS));
    this.#shape = shape;
    this.#starts = sizes.map((size) => regions.take(Math.ceil(size / LANES) * columns * STRIDE));
    this.#values = regions.take(rows * 8);
    const own = Array.from({ length: threads }, () => {
      return { point: regions.take(columns * 8), scratch: regions.take(CHUNK_BLOCKS * STRIDE) };
    });
    this.#point = own[index].point;
    this.#scratch = own[index].scratch;
    this.#sums = new Float64Array(sizes.length);
    this.#module = module;
    this.#isShared = shared !== null;
    this.#memory = shared ?? createMemory(regions.end);
    growMemory(this.#memory, regions.end);
    this.#kernel = instantiateKernel(module, this.#memory);
  }

  /** Writes the point of a row. */
  writePoint(row: number, point: ArrayLike<number>): void {
    const lane = this.#lane(row, this.#clusterOf(row));
    for (let column = 0; column < point.length; column++) lane[column * LANES] = point[column];
  }

  /** The sum of the distances from `point` to the points of each cluster. */
  sums(point: ArrayLike<number>, into: Float64Array): void {
    new Float64Array(this.#memory.buffer, this.#point, this.#shape.columns).set(point);
    this.#sumsOf(into);
  }

  /** Silhouettes of a range of rows, for `silhouettes` to read. */
  perform(_operation: "silhouettes", first: number, rows: number): void {
    const { sizes, columns } = this.#shape;
    const { buffer } = this.#memory;
    const point = new Float64Array(buffer, this.#point, columns);
    const values = new Float64Array(buffer, this.#values, this.rows);
    for (let row = first; row < first + rows; row++) {
      const cluster = this.#clusterOf(row);
      const lane = this.#lane(row, cluster);
      for (let column = 0; column < columns; column++) point[column] = lane[column * LANES];
      this.#sumsOf(this.#sums);
      values[row] = silhouetteOf(this.#sums, sizes, cluster);
    }
  }

  /** The silhouette of every row, once `perform` has taken them. A view: not to be kept. */
  silhouettes(): Float64Array {
    return new Float64Array(this.#memory.buffer, this.#values, this.rows);
  }

  follow(): void {}

  resultsOf(): number {
    return 0;
  }

  results(): Float64Array {
    return new Float64Array(0);
  }

  workOf(): number {
    return this.rows * this.rows * this.#shape.columns;
  }

  seat(index: number): PairwiseSeat | null {
    if (!this.#isShared) return null;
    return { kind: "pairwise", shape: this.#shape, memory: this.#memory, module: this.#module, index };
  }

  #sumsOf(into: Float64Array): void {
    const { sizes, columns } = this.#shape;
    for (let cluster = 0; cluster < sizes.length; cluster++) {
      const rows = sizes[cluster];
      const blocks = Math.ceil(rows / LANES);
      into[cluster] = this.#kernel.distanceSum(
        this.#starts[cluster],
        blocks,
        rows,
        columns,
        this.#point,
        this.#scratch,
      );
    }
  }

  #clusterOf(row: number): number {
    let cluster = 0;
    while (row >= this.#ends[cluster]) cluster++;
    return cluster;
  }

  /** The values of a row's point, `LANES` apart. */
  #lane(row: number, cluster: number): Float64Array {
    const { sizes, columns } = this.#shape;
    const index = row - this.#ends[cluster] + sizes[cluster];
    const lane = index % LANES;
    const at = this.#starts[cluster] + ((index - lane) * columns + lane) * 8;
    return new Float64Array(this.#memory.buffer, at, (columns - 1) * LANES + 1);
  }
}
