import { CHUNK_BLOCKS, createMemory, Regions, STRIDE } from "./layout.ts";
import { compileKernel, instantiateKernel, type KernelInstance } from "./module.ts";

const LANES = 4;

/**
 * Points grouped by cluster, for sums of distances from one point to every cluster: the silhouette's inner loop.
 * Always float64. Each cluster begins a block of its own.
 */
export class PairwiseDistances {
  readonly #memory: WebAssembly.Memory;
  readonly #kernel: KernelInstance;
  readonly #columns: number;
  readonly #sizes: readonly number[];
  readonly #starts: readonly number[];
  readonly #point: number;
  readonly #scratch: number;

  /** Makes room for clusters of `sizes` rows. Throws KernelMemoryError beyond 4 GiB. */
  static async create(sizes: readonly number[], columns: number): Promise<PairwiseDistances> {
    return new PairwiseDistances(sizes, columns, await compileKernel());
  }

  private constructor(sizes: readonly number[], columns: number, module: WebAssembly.Module) {
    const regions = new Regions(16);
    this.#columns = columns;
    this.#sizes = sizes;
    this.#starts = sizes.map((size) => regions.take(Math.ceil(size / LANES) * columns * STRIDE));
    this.#point = regions.take(columns * 8);
    this.#scratch = regions.take(CHUNK_BLOCKS * STRIDE);
    this.#memory = createMemory(regions.end);
    this.#kernel = instantiateKernel(module, this.#memory);
  }

  /** Writes the `index`-th point of a cluster. */
  writePoint(cluster: number, index: number, point: ArrayLike<number>): void {
    const lane = index % LANES;
    const at = this.#starts[cluster] + ((index - lane) * this.#columns + lane) * 8;
    const values = new Float64Array(this.#memory.buffer, at, (this.#columns - 1) * LANES + 1);
    for (let column = 0; column < this.#columns; column++) values[column * LANES] = point[column];
  }

  /** The sum of the distances from `point` to the points of each cluster. */
  sums(point: ArrayLike<number>, into: Float64Array): void {
    new Float64Array(this.#memory.buffer, this.#point, this.#columns).set(point);
    for (let cluster = 0; cluster < this.#sizes.length; cluster++) {
      const rows = this.#sizes[cluster];
      const blocks = Math.ceil(rows / LANES);
      into[cluster] = this.#kernel.distanceSum(
        this.#starts[cluster],
        blocks,
        rows,
        this.#columns,
        this.#point,
        this.#scratch,
      );
    }
  }
}
